const untilPrefix = 'until:'
const statusPrefix = 'status:'

/** The moment (milliseconds since the epoch) from which an entry with these tags counts as absent. */
export function endOf(tags: readonly string[]) {
  const ends = numbersAfter(untilPrefix, tags)
  return ends.length > 0 ? Math.min(...ends) : Number.POSITIVE_INFINITY
}

/** The status that a page with these tags answers; where its readings disagree, the highest, so that 410 beats 404. */
export function statusOf(tags: readonly string[]) {
  const statuses = numbersAfter(statusPrefix, tags).filter((status) => status >= 200 && status <= 599)
  return statuses.length > 0 ? Math.max(...statuses) : undefined
}

function numbersAfter(prefix: string, tags: readonly string[]) {
  return tags
    .filter((tag) => tag.startsWith(prefix))
    .map((tag) => Number(tag.slice(prefix.length)))
    .filter(Number.isFinite)
}
