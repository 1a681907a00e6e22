/** The words of notifications and of their letters. */
export const notificationWords = {
  guest: 'Somebody',
  heading: 'Replies to your comments',
  unread: (n: number) => (n === 1 ? '1 unread' : `${n} unread`),
  none: 'Nobody has answered your comments yet. When somebody does, it is told here.',
  noneOlder: 'There are no older replies.',
  isUnread: 'Unread',
  answered: 'answered you under',
  older: 'Older replies',
  newest: 'The newest replies',
  markRead: 'Mark as read',
  markReadOf: (name: string) => `Mark ${name}’s reply as read`,
  markAllRead: 'Mark all as read',
  markedRead: 'Marked as read.',

  preferences: {
    heading: 'What we tell you',
    kinds: {
      reply: 'Replies to your comments',
      statement: 'Decisions about your comments',
      'report-outcome': 'What became of your reports',
      'queue-alarm': 'A moderators’ queue that grows old',
    },
    alwaysInPage: 'This page always tells you of them.',
    statementMail: { 'at-once': 'At once', off: 'None' },
    alarmMail: { daily: 'At most one a day', off: 'None' },
    inPage: 'Show them on this page',
    mail: 'Letters by e-mail',
    frequencies: {
      'at-once': 'At once, one for each',
      hourly: 'At most one an hour',
      daily: 'At most one a day, at eight in the morning',
      off: 'None',
    },
    noAddress: 'There is no confirmed e-mail address in your account, so letters can’t be sent.',
    save: 'Save',
    saved: 'Saved.',
    malformed: 'This form was not complete. Nothing was changed.',
    notAllowed: 'You may not change your account at present.',
    tooManyChanges: 'You have changed a lot just now. Please try again later.',
  },

  letter: {
    one: (name: string, site: string) => `${name} answered your comment on ${site}`,
    many: (n: number, site: string) => `${n} replies to your comments on ${site}`,
    greeting: (n: number) => (n === 1 ? 'Your comment was answered.' : `Your comments were answered ${n} times.`),
    wrote: (name: string, headline: string, time: string) => `${name}, under “${headline}”, ${time}:`,
    read: 'Read and answer',
    more: (n: number) => (n === 1 ? 'And one more, in your account:' : `And ${n} more, in your account:`),
    account: 'All replies',
    why: (site: string) =>
      `You get this letter because you comment on ${site}. How often you get one is set in your account:`,
    stop: 'No more letters about replies:',
    stopLink: 'No more letters about replies',
    linkLeftOut: '[link]',
  },

  unsubscribe: {
    title: 'No more letters',
    lead: {
      reply:
        'Press the button to get no more letters about replies to your comments. Your account page goes on as it is.',
      'report-outcome':
        'Press the button to get no more letters about your reports. Your account page goes on as it is.',
      statement:
        'Press the button to get no more letters about decisions on your comments. Your account page goes on telling you of them.',
      'queue-alarm': 'Press the button to get no more letters about a moderators’ queue that grows old.',
    },
    submit: 'No more letters',
    done: 'You get no more letters about this. You can ask for them again in your account.',
    dead: 'This link is not complete. You can set which letters you get in your account.',
    account: 'Your account',
  },
} as const
