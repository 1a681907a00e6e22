/** The words of appeals: the author's form, and the desk at which they are decided. */
export const appealWords = {
  heading: 'Appeal',
  lead: 'Say why the decision should be reversed. You can appeal once against each decision.',
  heardBy: {
    moderator:
      'Another moderator than the one who decided will look at it, and you will be told what they decide and why.',
    editor:
      'There is no other moderator at present than the one who decided, so an editor or admin will look at it, and you will be told what they decide and why.',
  },
  text: 'Why should it be reversed?',
  textHint: 'At most 2,000 characters.',
  send: 'Send the appeal',
  sent: 'Your appeal has arrived.',
  yours: 'What you wrote',
  sentAt: 'Sent',
  outcomes: {
    open: 'It waits to be decided.',
    upheld: 'It was refused: the decision stands.',
    overturned: 'It was granted: your comment stands again.',
    'taken-back': 'It is settled: the decision was taken back before the appeal was decided.',
  },
  answer: 'The reason',
  timeOver: 'The time in which you could appeal is over.',

  desk: {
    nav: 'Appeals',
    navOf: (n: number) => `Appeals (${n})`,
    title: 'Appeals',
    lead: 'What authors say against the removal of their comments. Each is decided by somebody else than who decided first, the longest waiting first.',
    none: 'No appeal waits to be decided.',
    more: (n: number) => (n === 1 ? 'One more waits after these.' : `${n} more wait after these.`),
    by: (name: string) => `Appeal by ${name}`,
    comment: 'The comment',
    appeal: 'What its author says',
    decidedBy: (name: string, rule: string) => `${name} removed it: ${rule}.`,
    automatic: (rule: string) => `The site removed it automatically: ${rule}.`,
    note: 'Note for the log:',
    context: 'Whole thread and history',
    contextOf: (name: string) => `Whole thread and history of ${name}’s comment`,
    answer: 'Why you decide so',
    answerHint: 'Its author reads this. At most 2,000 characters.',
    legend: (name: string) => `Decide ${name}’s appeal`,
    buttons: { overturned: 'Grant: restore the comment', upheld: 'Refuse: it stays removed' },
    labels: {
      overturned: (name: string) => `Grant ${name}’s appeal: restore the comment`,
      upheld: (name: string) => `Refuse ${name}’s appeal: the comment stays removed`,
    },
    instead: 'No other moderator can decide this one, so an editor or admin does.',
    whyNot: {
      'own-decision': 'You decided first about this comment: somebody else decides the appeal.',
      'own-comment': 'This is your own comment: somebody else decides the appeal.',
      'left-to-moderators': 'A moderator who did not decide first decides this one.',
    },
    nobody:
      'Nobody else can decide it at present: it waits until somebody else has the rank of moderator, editor or admin.',
    decided: 'Decided lately',
    noneDecided: 'No appeal has been decided yet.',
    outcomes: {
      upheld: 'refused by',
      overturned: 'granted by',
      'taken-back': 'settled: the comment was restored before',
    },
    done: {
      upheld: 'The appeal is refused. Its author is told why.',
      overturned: 'The appeal is granted and the comment restored. Its author is told why.',
    },
  },

  faults: {
    text: 'Please say why the decision should be reversed.',
    answer: 'Please give your reason: the author reads it.',
    tooLong: 'At most 2,000 characters, please. What you wrote is kept.',
  },

  refusals: {
    'no-such-statement': 'This decision is not about a comment of yours. What you wrote is kept.',
    'not-appealable': 'Nothing was decided yet against which an appeal could be made. What you wrote is kept.',
    'already-appealed': 'You have appealed against this decision before. What you wrote now is kept here.',
    'taken-back': 'This decision was taken back meanwhile: there is nothing left to decide. What you wrote is kept.',
    'appeal-time-over': 'The time in which you could appeal is over. What you wrote is kept.',
    'signed-out':
      'You are no longer signed in. Sign in again in another window, then send this form; what you wrote is kept.',
    malformed: 'The form arrived damaged. Please send it again; what you wrote is kept.',
    'not-allowed': 'Your account may not decide appeals at the moment. What you wrote is kept.',
    'no-such-appeal': 'This appeal is no longer there. What you wrote is kept.',
    'already-decided': 'This appeal was decided meanwhile. What you wrote is kept.',
    decidedBy: (who: string, time: string) => `${who} decided this appeal at ${time}. What you wrote is kept.`,
    'own-decision': 'You decided first about this comment: somebody else decides the appeal. What you wrote is kept.',
    'own-comment': 'This is your own comment: somebody else decides the appeal. What you wrote is kept.',
    'left-to-moderators': 'A moderator who did not decide first decides this one. What you wrote is kept.',
    'cannot-restore':
      'The comment can’t be restored: it is no longer as it was when it was removed. Nothing was decided; what you wrote is kept.',
  },
} as const
