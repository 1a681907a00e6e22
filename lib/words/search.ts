/** The words of the search page and of the search field on every page. */
export const searchWords = {
  title: 'Search',
  titleOf: (q: string) => `Search: ${q}`,
  field: 'Search for keyword',
  /** The field of the search page itself; the one above stands over every page. */
  again: 'Keywords',
  submit: 'Search',
  hint: 'Put words that belong together in "quotes", and a minus before a word that must not be there: harbour "new bridge" -ferry.',
  filters: 'Narrow the search',
  section: 'Section',
  everySection: 'Every section',
  author: 'Author',
  everyAuthor: 'Every author',
  from: 'From',
  to: 'To',
  sort: 'Order',
  sorts: { relevance: 'Most relevant', newest: 'Newest' },
  results: 'Results',
  by: (names: string[]) => `By ${names.join(', ')}`,

  found: (articles: number) => (articles === 1 ? '1 article' : `${articles.toLocaleString('en-GB')} articles`),
  foundMore: (articles: number) => `More than ${articles.toLocaleString('en-GB')} articles`,
  onlyNewest: (articles: number) =>
    `Shown are the newest ${articles.toLocaleString('en-GB')} of them. Another word, a section or a date finds the older ones.`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pages: 'Pages of results',

  start: 'What are you looking for?',
  nothingFound: (q: string) => `No article was found for “${q}”`,
  nothingFoundHelp: [
    'Look at the spelling, or try another word for the same thing.',
    'Leave words out: an article is found only where all of them are in it.',
    'Take away section, author or dates if you chose any.',
  ],
  pastTheEnd: 'There are no results on this page.',
  toFirstPage: 'To the first page of results',
  nothingToLookFor: 'There is no word here to look for',
  nothingToLookForHelp:
    'Very common words such as “the” are not looked for, and a word to leave out needs one to find.',
  tookTooLong: 'This search took too long',
  tookTooLongHelp: 'Add a word, choose a section or set a date, and it will be quicker.',
  tooOften: 'You have searched very often just now',
  tooOftenHelp: (seconds: number) =>
    seconds <= 90
      ? `Please try again in ${seconds} seconds.`
      : `Please try again in ${Math.ceil(seconds / 60)} minutes.`,

  notices: {
    cut: (length: number) => `Only the first ${length} characters were looked for.`,
    from: 'The first date was not understood and left out: write it as 2026-03-31.',
    to: 'The last date was not understood and left out: write it as 2026-03-31.',
    order: 'The first date is after the last one, so both were left out.',
  },
} as const
