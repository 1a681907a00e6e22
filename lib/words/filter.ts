const counted = (n: number, one: string, more: string) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`
const comments = (n: number) => counted(n, 'comment', 'comments')

/** The words of the word filter: its desk pages, and what they refuse. */
export const filterWords = {
  nav: 'Word filter',
  title: 'Word filter',
  lead: 'Lists of terms that the site looks for in each comment of readers. A list of suspect terms has a moderator read the comment first; a comment with a banned term is not posted, and its writer may change it.',
  howTo: 'How a term is written',
  notation: [
    ['spam', 'the whole word, whatever its case, its accents, its spacing or the signs in the place of its letters'],
    ['spam*', 'all words that begin with it'],
    ['*spam', 'all words that end with it'],
    ['*spam*', 'all words that have it in them'],
    ['buy now', 'these words after each other'],
    ['# words', 'a line of the file that is no term'],
  ],
  none: 'There are no lists yet.',
  lists: 'Lists',
  list: 'List',
  level: 'What it does',
  mode: 'Mode',
  size: 'Terms',
  levels: { suspect: 'holds the comment', banned: 'refuses the comment' },
  modes: { off: 'off', shadow: 'shadow', on: 'on' },
  modeHints: {
    off: 'It does nothing.',
    shadow: 'It holds nothing. What it finds is noted on this page.',
    on: 'It is in force.',
  },
  terms: (n: number) => counted(n, 'term', 'terms'),
  room: (n: number, most: number) =>
    `${n.toLocaleString('en')} of the ${most.toLocaleString('en')} terms that all lists may have.`,

  add: 'Make a list',
  name: 'Name of the list',
  levelLabel: 'A comment with one of its terms',
  levelChoices: { suspect: 'waits for a moderator', banned: 'is refused, and its writer told' },
  paste: 'Terms, one a line',
  file: 'Or a text file with one term a line',
  fileAgain: 'Please choose the file again: a browser sends it once.',
  addButton: 'Make the list',
  addTerms: 'Add terms',
  addTermsButton: 'Add',
  removeTerms: 'Take terms out',
  removeTermsButton: 'Take out',
  allTerms: 'Its terms',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  pagesOf: { terms: 'Pages of the terms', finds: 'Pages of what was found', shadow: 'Pages of what the shadow found' },
  earlier: 'Page before',
  later: 'Next page',
  back: 'All lists',

  switch: 'Switch it',
  toMode: {
    off: 'Switch off',
    shadow: 'Watch as a shadow',
    on: 'Switch on',
  },

  trial: 'Tried on the last 30 days',
  trialLead:
    'Before a list is switched on, it is tried on the comments that came in the last 30 days. Nothing happens to them.',
  tryIt: 'Try it',
  tryAgain: 'Try it again',
  untried: 'It was not tried yet.',
  changedSince: 'Its terms have changed since.',
  trying: (looked: number, all: number) => `${looked.toLocaleString('en')} of ${comments(all)} looked at so far.`,
  lookAgain: 'See how far it is',
  would: { suspect: 'held', banned: 'refused' },
  result: (would: string, found: number, looked: number, approved: number) =>
    `It would have ${would} ${found.toLocaleString('en')} of ${comments(looked)}, of which ${approved.toLocaleString('en')} ${approved === 1 ? 'was' : 'were'} approved.`,
  finds: 'What it found',
  listed: (n: number) => `The first ${n.toLocaleString('en')} are listed.`,
  wasApproved: 'Readers see it',
  notApproved: 'Readers do not see it',
  open: 'Open the comment',
  openOf: (term: string) => `Open the comment with “${term}”`,

  shadow: 'Found as a shadow',
  shadowLead: 'While the list was a shadow these comments were let pass.',
  noShadow: 'Nothing so far.',
  shadowCount: (n: number) => `${comments(n)} so far.`,
  holds: (n: number) => `It held ${comments(n)} so far.`,

  matched: (list: string) => `Of the list “${list}”:`,
  matchedText: 'As it was typed, with what was found:',

  done: {
    added: (name: string) => `The list “${name}” is made. It is off: try it, then switch it on.`,
    'terms-added': (name: string) => `“${name}” has the terms.`,
    'terms-removed': (name: string) => `The terms are no longer in “${name}”.`,
    off: (name: string) => `“${name}” is off.`,
    shadow: (name: string) => `“${name}” is a shadow from now on.`,
    on: (name: string) => `“${name}” is in force from now on.`,
    trying: (name: string) => `“${name}” is being tried.`,
  },

  faults: {
    name: 'Give the list a name of 2 to 60 characters.',
    level: 'Please choose what happens to a comment with one of its terms.',
    terms: 'Please give at least one term, one a line.',
    tooLong: 'That is more than a million characters. Please give the terms in parts.',
    line: (no: number, text: string, why: string) => `line ${no}, “${text}”, ${why}`,
    lines: (named: string[], more: number) =>
      `Nothing was changed. Please mend ${named.join('; ')}${more > 0 ? `, and ${more} more lines` : ''}.`,
    ofTerm: {
      'too-short': 'is too short: two letters for a word, three with a star',
      'too-long': 'has more than 100 characters',
      'star-inside': 'has a star within: a star stands before or after a term',
    },
  },

  refusals: {
    'not-allowed': 'Your account may not change the filter at the moment. What you typed is kept.',
    'no-such-list': 'This list is no longer there. What you typed is kept.',
    'name-taken': 'Another list has this name. Please choose one that is free.',
    'too-many-terms': 'All lists together may have 50,000 terms, and these are too many. What you typed is kept.',
    'no-such-terms': 'None of these terms is in the list. What you typed is kept.',
    'already-changed': 'A colleague has changed the list since you looked. Please look again.',
    'not-tried': 'These terms were not tried yet. Try the list first: then you know what it holds.',
    'already-trying': 'It is being tried already.',
    'signed-out':
      'You are no longer signed in. Sign in again in another window, then send this form; what you typed is kept.',
    malformed: 'The form arrived damaged. Please send it again; what you typed is kept.',
  },
} as const
