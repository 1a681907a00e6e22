export const articleWords = {
  by: 'By',
  published: 'Published',
  updated: 'Updated',
  topics: 'Topics',
  picture: (credit: string) => `Picture: ${credit}`,
  labels: { news: '', opinion: 'Opinion', analysis: 'Analysis', live: 'Live', sponsored: 'Sponsored' },
  correction: 'Correction',
  clarification: 'Clarification',
  corrections: 'Corrections',
  firstPublishedBy: 'First published by',
  licence: 'Licence',
  moreFrom: (section: string) => `More from ${section}`,
} as const
