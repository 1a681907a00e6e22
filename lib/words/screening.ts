const named = (domains: string[]) => domains.join(', ')

/** What author and moderator read about why a comment waits. */
export const screeningWords = {
  because: {
    guest: 'Comments of guests are read by a moderator first.',
    firstComment: 'The first comment of a new member is read by a moderator first.',
    firstComments: (approved: number, needed: number) =>
      `The first ${needed} comments of a new member are read by a moderator first; ${approved} of them were let through so far.`,
    links: 'Comments with many links are read by a moderator first.',
    linksOver: (links: number, most: number) =>
      most === 0
        ? `Comments with links are read by a moderator first; this one has ${links}.`
        : `Comments with more than ${most} links are read by a moderator first; this one has ${links}.`,
    linksEditedIn: 'Links that a new account adds to a comment later are read by a moderator first.',
    duplicate: 'The same text was posted before, so a moderator reads it first.',
    unseenDomain: (domains: string[]) =>
      `No comment here linked to ${named(domains)} before, and the account is new, so a moderator reads it first.`,
    deniedDomain: (domains: string[]) => `Comments that link to ${named(domains)} are read by a moderator first.`,
    premoderated: 'Every comment on this article is read by a moderator first.',
    record: (hidden: number, decided: number) =>
      `Moderators removed ${hidden} of ${decided} comments of this member that they read in the last seven days. Until fewer are removed, a moderator reads each first.`,
    reports: 'Readers reported it, so a moderator reads it before others see it again.',
    sanction: 'A moderator reads your comments first for now: your account page says why.',
    word: 'It has words that a moderator reads first.',
    tooFast: (seconds: number) =>
      `This was sent ${seconds < 1 ? 'in less than a second' : `${seconds} seconds`} after the form was opened, faster than people write, so a moderator reads it first.`,
  },
  /** On the account page. */
  own: { heading: 'Your comments that wait', held: 'Waits for a moderator.', on: 'on' },
  /** The same in a few words, for lists of the desk. */
  short: {
    guest: 'written by a guest',
    'first-comment': 'first comment of a new member',
    links: 'many links',
    duplicate: 'the same text was posted before',
    'unseen-domain': 'a new account links to a domain not seen before',
    'denied-domain': 'a domain on the list of denied ones',
    premoderated: 'every comment on its article is read first',
    record: 'many comments of the member removed lately',
    'too-fast': 'sent faster than people write',
    word: 'a term of the word filter',
    reports: 'reported by readers',
    newsroom: 'a rule of the newsroom',
    sanction: 'its author is under pre-moderation',
  },
} as const
