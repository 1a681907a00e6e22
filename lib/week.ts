const week = 7 * 24 * 60 * 60_000

/** The number of a moment's week since 1970; weeks begin on Thursdays at midnight in UTC. */
export const weekOf = (moment: Date) => Math.floor(moment.getTime() / week)

export const startOfWeek = (no: number) => new Date(no * week)
