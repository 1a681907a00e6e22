const tabs = {
  reported: 'Reported',
  held: 'Held',
  unmoderated: 'Unmoderated',
  approved: 'Approved',
  hidden: 'Hidden',
}

const orders = {
  oldest: 'Oldest first',
  newest: 'Newest first',
  risk: 'Riskiest first',
}

const ages = {
  hour: 'Of the last hour',
  day: 'Of the last day',
  week: 'Of the last week',
  'over-hour': 'Older than an hour',
  'over-day': 'Older than a day',
  'over-week': 'Older than a week',
}

const empty = {
  held: 'The queue is empty. No comment waits for a moderator.',
  reported: 'The queue is empty. No report waits for a moderator.',
  unmoderated: 'Every comment that readers see was judged by a moderator.',
  approved: 'No moderator has let a comment stand yet.',
  hidden: 'No comment is hidden.',
}

const sinceIn = {
  held: (wait: string) => `waits ${wait}`,
  reported: (wait: string) => `reported ${wait} ago`,
  unmoderated: (wait: string) => `readers see it since ${wait}`,
  approved: (wait: string) => `a moderator let it stand ${wait} ago`,
  hidden: (wait: string) => `hidden ${wait} ago`,
}

const comments = (n: number) => (n === 1 ? '1 comment' : `${n} comments`)

/** The words of the queue at the moderators’ desk. */
export const deskWords = {
  /** Of a tab that holds more than is counted. */
  count: (n: number, most: number) => (n >= most ? `${most - 1}+` : String(n)),
  tab: (tab: keyof typeof tabs, count: string) => `${tabs[tab]} (${count})`,
  empty,
  sinceIn,
  order: 'Order',
  orders,
  age: 'Age',
  everyAge: 'Any age',
  ages,
  who: 'Written by',
  everybody: 'Anybody',
  writers: { guest: 'Guests', member: 'Members' },
  hiddenWhy: 'Hidden for',
  onward: 'More of the queue',
  next: 'Next comments',
  fromStart: 'From the start',
  cut: 'Not all of this tab was looked through yet.',
  lookOn: 'Look further',
  weighed: (n: number) =>
    `The riskiest of the first ${n}: reports count most, then an author whose comments were hidden lately, links, guests and dislikes.`,
  claimed: (name: string) => `${name} has this comment open, until`,
  risk: (risk: number) => `risk ${risk}`,

  bulk: {
    heading: 'Decide about many at once',
    note: 'Note about all of them (not needed)',
    reason: 'Reason for all of them',
    which: 'Which comments',
    ticked: 'Those that are ticked',
    all: 'All that fit this choice, 500 at most',
    allHint: 'From the start of the tab, as far as they were there when this page was drawn.',
    tick: (name: string) => `Tick ${name}’s comment`,
    tickShort: 'Tick it',
    buttons: { approve: 'Approve them', keep: 'Keep them', hide: 'Hide them', restore: 'Restore them' },
  },
  tooMany: (most: number) => `${most} comments are decided about in one go, not more.`,
  nothingTicked: 'Tick the comments, or choose all that fit.',

  keys: {
    turn: 'Keyboard shortcuts',
    help: 'Which keys (?)',
    heading: 'Keyboard shortcuts',
    actions: [
      ['j', 'Next comment'],
      ['k', 'Comment before'],
      ['a', 'Approve, keep or restore it'],
      ['h', 'Hide it; then the key of the reason'],
      ['x', 'Tick it, or take the tick back'],
      ['u', 'Undo the last decision'],
      ['o', 'Open it with its thread and history'],
      ['?', 'Show this'],
    ],
    offHint: 'They do nothing while you type, and can be turned off above the queue. This browser remembers that.',
    close: 'Close',
    why: 'Why is it hidden?',
    cancel: 'Leave it as it is',
    ticked: 'Ticked.',
    unticked: 'No longer ticked.',
  },

  inPlace: {
    heading: 'Hide a comment',
    hide: 'Hide it',
    hideOf: (name: string) => `Hide ${name}’s comment`,
    link: 'Hide',
    done: (name: string) => `${name}’s comment is hidden.`,
    desk: 'Look at it at the desk',
  },

  search: {
    nav: 'Search',
    title: 'Search comments',
    lead: 'Whatever their standing, the latest first. Words are found whole; “in quotes” next to each other; a - before one leaves it out.',
    words: 'Words',
    author: 'Written by',
    authorHint: 'The whole name, of a member or guest, or a member’s handle.',
    standing: 'Standing',
    everyStanding: 'Any standing',
    from: 'From',
    until: 'To',
    submit: 'Search',
    nothingAsked: 'Say what to look for: words, a name, a standing or a date.',
    none: 'No comment fits.',
    cut: 'Not all comments were looked through yet.',
  },

  act: {
    did: {
      'approve-comment': (who: string, n: number) => `${who} approved ${comments(n)}.`,
      'hide-comment': (who: string, n: number) => `${who} hid ${comments(n)}.`,
      'restore-comment': (who: string, n: number) => `${who} restored ${comments(n)}.`,
      'dismiss-reports': (who: string, n: number) => `${who} kept ${comments(n)} and dismissed their reports.`,
      'undo-decision': (who: string, n: number) => `${who} took the decisions about ${comments(n)} back.`,
    },
    nothing: 'Nothing was changed.',
    left: (n: number) => `${comments(n)} ${n === 1 ? 'was' : 'were'} left as ${n === 1 ? 'it was' : 'they were'}:`,
    leftOne: 'this comment',
    whyLeft: {
      'already-moved': 'somebody was faster, or it has changed since.',
      'own-comment': 'it is your own: a colleague decides about it.',
      rewritten: 'its author changed the text after you had read it.',
      'no-such-comment': 'it is no longer there.',
      'no-such-reason': 'the reason is no longer offered.',
    },
    undo: 'Undo',
    undoAll: (n: number) => `Undo: take the decisions about ${comments(n)} back`,
    undoOf: (name: string) => `Undo: take the decision about ${name}’s comment back`,
    refusals: {
      'no-such-act': 'There is nothing of yours to undo here.',
      'undo-time-over': 'A decision can be undone for ten minutes. You can decide anew.',
      'nothing-undone': 'It was not undone: somebody has decided about it, or changed it, since.',
    },
  },
} as const
