/** The words of mass clean-ups and of their undoing. */
export const cleanUpWords = {
  title: 'Clean up',
  nav: 'Clean up: hide many comments at once',
  lead: 'Hides all that one account, browser or network wrote within a time. For a day it can be undone.',
  reach: 'Whose comments',
  reaches: {
    account: (name: string) => `All of the account ${name}`,
    browser: 'All of the browser from which this guest’s comment came',
    network: 'All of the network from which this comment came, guests’ and members’',
  },
  since: 'From',
  until: 'To',
  untilHint: 'Empty: to this moment.',
  look: 'Look',
  found: (n: number) => (n === 1 ? '1 comment would be hidden.' : `${n} comments would be hidden.`),
  foundMost: (n: number) => `${n} comments would be hidden, and more are left for a second time.`,
  shownOf: (n: number) => `The latest ${n} of them:`,
  nothing: 'Nothing of theirs within this time is to be hidden.',
  unknown: 'Please come here from a comment or from a person’s page.',
  reason: 'Reason',
  reasonHint: 'Readers see it in place of each comment.',
  chooseReason: 'Choose a reason',
  note: 'Note for the log (not needed)',
  submit: (n: number) => (n === 1 ? 'Hide this comment' : `Hide these ${n} comments`),
  by: (name: string) => `by ${name}`,

  done: {
    title: 'A clean-up',
    hidden: (n: number) => (n === 1 ? '1 comment was hidden.' : `${n} comments were hidden.`),
    undone: 'It was undone',
    restored: (n: number) => (n === 1 ? '1 comment stands again.' : `${n} comments stand again.`),
    left: (n: number) =>
      n === 1
        ? '1 is left as it is, since somebody has decided about it since.'
        : `${n} are left as they are, since somebody has decided about them since.`,
    undo: 'Undo it: let them stand as before',
    undoUntil: 'It can be undone until',
    over: 'The day in which it could be undone is over. Each comment can be restored by itself.',
    comments: 'The comments',
    by: 'by',
    toPerson: 'Back to the person',
  },

  undoable: 'Clean-ups that can be undone',

  refusals: {
    'not-allowed': 'Your account may not do this at the moment. Your note is kept.',
    'no-such-member': 'This account is no longer there.',
    'own-account': 'This is your own account: a colleague decides about it.',
    'of-staff': 'An admin alone decides about members of the staff.',
    'no-such-reason': 'This reason is no longer offered. Please choose another; your note is kept.',
    'nothing-there': 'Nothing of theirs within this time is to be hidden any more.',
    'no-such-clean-up': 'There is no such clean-up.',
    'undo-time-over': 'The day in which it could be undone is over. Each comment can be restored by itself.',
    'signed-out':
      'You are no longer signed in. Sign in again in another window, then send this form; your note is kept.',
    malformed: 'The form arrived damaged. Please send it again; your note is kept.',
  },
} as const
