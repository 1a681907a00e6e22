/** The words of the paper's picks and of the badges beside names. */
export const pickWords = {
  mark: 'Editor’s pick',
  heading: 'Editor’s picks',
  all: (n: number) => `All ${n} picks`,
  inThread: (replies: number) =>
    replies === 0 ? 'In its thread' : replies === 1 ? 'In its thread (1 reply)' : `In its thread (${replies} replies)`,
  pick: 'Pick',
  pickOf: (name: string) => `Pick ${name}’s comment`,
  withdraw: 'Pick no more',
  withdrawOf: (name: string) => `Pick ${name}’s comment no more`,
  isPicked: 'This comment is one of the paper’s picks.',
  byAuthor: 'Author of this article',
  wrote: (name: string) => `${name}:`,

  refusals: {
    'not-allowed': 'Your account may not pick comments at the moment.',
    'no-such-comment': 'Only a comment that readers see can be a pick.',
    'own-comment': 'This is your own comment: a colleague may pick it.',
    'too-many-picks': 'This article has a hundred picks. Take one back before you pick another.',
    malformed: 'The form arrived damaged. Please send it again.',
    'signed-out': 'You are no longer signed in. Sign in again in another window, then send this form.',
  },
} as const
