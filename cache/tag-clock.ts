/** The moment of an entry or an invalidation: milliseconds since the epoch with fractions, never twice the same. */
export type Moment = number

export type TagClock = {
  /** A moment later than every one given before. Comparable with the `timestamp` of Next's `use cache` entries. */
  now(): Moment
  /** From now on everything that carries one of the tags and was begun before is out of date. */
  invalidate(tags: readonly string[]): void
  /** From now on everything that was begun before is out of date, whatever its tags. */
  invalidateAll(): void
  /** As `invalidate`, for what may have taken in something out of date while it was being drawn. */
  taint(tags: readonly string[]): void
  /** When anything at all was last invalidated. */
  lastInvalidation(): Moment
  /** Whether something begun at that moment must not be stored or served any more. */
  isOutdated(tags: readonly string[], begun: Moment): boolean
  /** As `isOutdated`, leaving taints aside. */
  wasInvalidated(tags: readonly string[], begun: Moment): boolean
}

/**
 * Remembers when each tag was last invalidated. It is bounded: beyond `mostTags` it forgets the oldest half
 * and takes everything begun before the last forgotten moment for out of date.
 */
export function createTagClock(mostTags = 50_000, monotonic = () => performance.timeOrigin + performance.now()) {
  let last: Moment = 0
  const invalidated = memory(mostTags)
  const tainted = memory(mostTags)

  let lastInvalidation: Moment = 0

  const now = () => {
    last = Math.max(monotonic(), last + 0.001)
    return last
  }
  const nextInvalidation = () => {
    lastInvalidation = now()
    return lastInvalidation
  }
  const wasInvalidated = (tags: readonly string[], begun: Moment) => invalidated.latest(tags) >= begun

  return {
    now,
    invalidate: (tags) => invalidated.note(tags, nextInvalidation()),
    invalidateAll: () => invalidated.forgetAll(nextInvalidation()),
    lastInvalidation: () => lastInvalidation,
    taint: (tags) => tainted.note(tags, now()),
    wasInvalidated,
    isOutdated: (tags, begun) => wasInvalidated(tags, begun) || tainted.latest(tags) >= begun,
  } satisfies TagClock
}

function memory(mostTags: number) {
  const moments = new Map<string, Moment>()
  let floor: Moment = Number.NEGATIVE_INFINITY

  function note(tags: readonly string[], at: Moment) {
    for (const tag of tags) {
      moments.delete(tag)
      moments.set(tag, at)
    }
    if (moments.size > mostTags) forgetOldestHalf()
  }

  function forgetOldestHalf() {
    let surplus = moments.size - Math.floor(mostTags / 2)
    for (const [tag, at] of moments) {
      if (surplus-- <= 0) return
      floor = at
      moments.delete(tag)
    }
  }

  function forgetAll(at: Moment) {
    floor = at
    moments.clear()
  }

  const latest = (tags: readonly string[]) =>
    tags.reduce((most, tag) => Math.max(most, moments.get(tag) ?? floor), floor)

  return { note, forgetAll, latest }
}
