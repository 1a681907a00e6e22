const minute = 60_000

/**
 * How many visitors of one neighbourhood (a /24, a /48) may react to one thing before that looks like one person with
 * many cookies: a family or an office in a quarter of an hour, a network in a day.
 */
export const crowds = [
  { most: 5, within: 15 * minute },
  { most: 30, within: 24 * 60 * minute },
] as const

/** Since when a neighbourhood's reactions are set aside, by how many others came since each moment of `crowds`. */
export function suspectedSince(others: number[], now: Date) {
  const found = crowds.filter(({ most }, place) => (others[place] ?? 0) >= most)
  const longest = Math.max(...found.map(({ within }) => within))
  return found.length > 0 ? new Date(now.getTime() - longest) : undefined
}

export const crowdMoments = (now: Date) => crowds.map(({ within }) => new Date(now.getTime() - within))
