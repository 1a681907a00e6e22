const months = 6

/** Until when an author may appeal against a decision: half a year (Article 20 of the Digital Services Act). */
export function appealableUntil(decidedAt: Date) {
  const until = new Date(decidedAt)
  until.setUTCMonth(until.getUTCMonth() + months)
  return until
}

export const isAppealable = (decidedAt: Date, now: Date) => now < appealableUntil(decidedAt)
