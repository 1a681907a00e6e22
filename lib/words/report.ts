import { moderationWords } from './moderation'

/** What readers are told about their reports. */
export const reportWords = {
  outcomes: moderationWords.own.outcomes,
  yours: 'You reported this comment.',
  arranged: (n: number, open: number) =>
    `Careful: ${n} of ${open} open reports look arranged. They came within minutes from one network or from new accounts, and are not counted when a comment is held for its reports.`,
  fresh: 'New',
  markRead: 'I have read it',
  markReadOf: (reason: string, headline: string) => `I have read what became of my report: ${reason}, on ${headline}`,

  letter: {
    subject: (n: number, site: string) =>
      n === 1 ? `What became of your report on ${site}` : `What became of ${n} reports of yours on ${site}`,
    line: (reason: string, headline: string, outcome: string) =>
      `You reported a comment under “${headline}” (${reason}). ${outcome}`,
    more: (n: number) => (n === 1 ? 'And one more, in your account:' : `And ${n} more, in your account:`),
    account: 'All your reports',
    why: (site: string) => `You get this letter because you reported comments on ${site} and asked to be told.`,
    stop: 'No more letters about reports:',
    stopLink: 'No more letters about reports',
  },
} as const
