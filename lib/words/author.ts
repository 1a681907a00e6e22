/** The words of the page that ties authors to accounts. */
export const authorWords = {
  desk: 'Authors',
  title: 'Authors with an account',
  lead: 'An author who has an account here is told apart under their own articles: their comments bear the badge “Author of this article”.',
  author: 'Author',
  chooseAuthor: 'Choose an author',
  handle: 'Handle of the account',
  handleHint: 'It stands on the member’s account page. Leave it empty to untie the author.',
  save: 'Save',
  none: 'No author is tied to an account yet.',
  account: 'Account',
  said: {
    tied: 'The author is tied to the account.',
    untied: 'The author is tied to no account.',
    'no-such-author': 'This author is no longer there. Nothing was changed.',
    'no-such-member': 'Nobody has this handle. Nothing was changed.',
    malformed: 'This form was not complete. Nothing was changed.',
  } as const,
} as const
