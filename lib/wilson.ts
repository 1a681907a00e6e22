/**
 * Lower bound of the 95 % score interval for the share of likes, as db/queries/reactions.ts has it for Postgres
 * (E. B. Wilson, Journal of the American Statistical Association 22, 1927). Without a like it is 0.
 */
export function wilson(likes: number, dislikes: number) {
  const n = likes + dislikes
  if (likes === 0) return 0
  return ((likes + 1.9208) / n - (1.96 * Math.sqrt((likes * dislikes) / n + 0.9604)) / n) / (1 + 3.8416 / n)
}
