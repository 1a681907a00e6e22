/** What feeds say of themselves. */
export const wireWords = {
  feedDescription: (site: string) => `The latest articles from ${site}, in full.`,
} as const
