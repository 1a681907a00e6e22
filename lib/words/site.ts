import { env } from '../env'

export const siteWords = {
  get name() {
    return env().siteName
  },
  /** What search engines show of the front page. */
  get lead() {
    return `The news of ${env().siteName}, the latest first, and what its readers say about it.`
  },
  /** The same of a list that nothing was written about. */
  listLead: (name: string) => `${name}: everything that ${env().siteName} has published, the latest first.`,
  skip: 'Skip to the text',
  sections: 'Sections',
  front: 'Front page',
  latest: 'Latest',
  more: (section: string) => `More from ${section}`,
  account: 'Your account',
  archive: 'Archive',
  rules: 'House rules',
  moderationLog: 'Moderation log',
  feed: 'RSS feed',
  search: 'Search',
  colophon: 'About this site',
  empty: 'Nothing has been published here yet.',
  emptyFront: 'The first edition is being written. Come back soon.',
  pages: 'Pages',
  page: (n: number) => `Page ${n}`,
  pageOf: (n: number, of: number) => `Page ${n} of ${of}`,
  newer: 'Newer',
  older: 'Older',
  topic: 'Topic',
  author: 'Author',
  contact: 'Contact',
  storiesBy: (name: string) => `Stories by ${name}`,
  archiveOf: (month: string) => `Archive: ${month}`,
  archiveLead: 'Everything that was published, month by month.',
  articles: (n: number) => (n === 1 ? '1 article' : `${n} articles`),
  comments: (n: number) => (n === 1 ? '1 comment' : `${n} comments`),
  missing: 'There is no such page',
  missingLead: 'The address may be mistyped, or the page may have moved. A search may find it.',
  withdrawn: 'This article was withdrawn',
  withdrawnLead: (reason: string) => `The newsroom withdrew it and gives this reason: ${reason}`,
  broken: 'Something went wrong here',
  brokenLead: 'The page could not be drawn. Nothing that you sent was changed by it; please try again.',
  tryAgain: 'Try again',
  forbidden: 'This page is not open to you',
  forbiddenLead:
    'Your account does not have the permission for it. If you think it should, ask the person who runs this site.',
  home: 'Go to the front page',
} as const
