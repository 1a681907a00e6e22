/** The words of statements: what an author is told of a decision about their comment, on the site and by letter. */
export const statementWords = {
  title: 'A decision about your comment',
  heading: 'Decisions about your comments',
  none: 'Nothing that you wrote was held for long or removed.',
  isUnread: 'Unread',
  read: 'Read it in full',
  readOf: (what: string, headline: string) => `Read in full: ${what}, under ${headline}`,
  readAndAppeal: 'Read it in full, or appeal',
  markRead: 'Mark as read',
  markReadOf: (headline: string) => `Mark the decision about your comment under ${headline} as read`,
  under: 'under',
  yourComment: 'Your comment',
  account: 'Your account',

  did: {
    'hold-comment': 'Your comment waits for a moderator',
    'hide-comment': 'Your comment was removed',
    'restore-comment': 'Your comment stands again',
    'uphold-decision': 'Your appeal was refused',
    'overturn-decision': 'Your appeal was granted',
  },
  notLetThrough: 'Your comment was not let through',
  over: {
    'hold-comment': 'That is over: a decision was made.',
    'hide-comment': 'That is over: your comment stands again.',
    'restore-comment': 'That is over: a later decision was made.',
    'uphold-decision': 'That is over: a later decision was made.',
    'overturn-decision': 'That is over: a later decision was made.',
  },

  facts: {
    what: 'What was done',
    whatSays: {
      'hold-comment':
        'The comment is kept back. Only you can see it, marked as waiting, until a moderator has read it.',
      'hide-comment':
        'The comment was taken out. Where it stood readers see that a moderator removed it, when, and under which rule; its text and your name are shown to nobody.',
      'restore-comment': 'The comment is shown to all readers again, where it stood.',
      'uphold-decision': 'The decision stands: the comment stays removed.',
      'overturn-decision': 'The decision is reversed: the comment is shown to all readers again, where it stood.',
    },
    notLetThrough: 'The comment was not published. Only you can see it.',
    scope: 'Where and for how long',
    scopeSays: {
      held: 'On the whole site, for readers everywhere, until a moderator decides.',
      hidden: 'On the whole site, for readers everywhere, for good unless an appeal succeeds.',
    },
    when: 'When',
    rule: 'Which rule',
    ruleSays: (no: number, label: string, text: string) => `Rule ${no}, ${label}: ${text}`,
    hold: 'Why',
    holdSays: 'The site holds some comments for a moderator to read.',
    ground: 'On what ground',
    groundSays: 'Our house rules, under which everybody writes here; no law was applied.',
    noticed: 'How it was noticed',
    noticedSays: {
      reports: (n: number) => (n === 1 ? 'A reader reported it.' : `${n} readers reported it.`),
      held: 'The site had held it, and a moderator read it.',
      found: 'The newsroom came upon it. Nobody had reported it.',
      machine: 'The site found it by itself.',
    },
    who: 'Who decided',
    automatic: 'The site, automatically. No person has decided yet.',
    person: { member: 'a person', moderator: 'a moderator', editor: 'an editor', admin: 'an admin' },
    personSays: (who: string) => `A person, ${who}; nothing was decided automatically.`,
    answer: 'Why it was decided so',
    redress: 'What you can do',
    redressHeld: 'Wait: if the comment is not let through you are told why, and how to appeal.',
    redressHidden: (until: string) =>
      `You can appeal until ${until}; somebody else than who decided will look at it. You can also turn to a certified body for out-of-court dispute settlement (Article 21 of the Digital Services Act), or to a court.`,
    redressUpheld:
      'This was the appeal: here nobody decides about it again. You can turn to a certified body for out-of-court dispute settlement (Article 21 of the Digital Services Act), or to a court.',
  },

  letter: {
    subject: (what: string, site: string) => `${what} (${site})`,
    many: (n: number, site: string) => `${n} decisions about your comments on ${site}`,
    greeting: (headline: string) => `This is about your comment under “${headline}”:`,
    read: 'Read this on the site:',
    appeal: 'Read this on the site, or appeal:',
    more: (n: number) => (n === 1 ? 'And one more, in your account:' : `And ${n} more, in your account:`),
    why: (site: string) =>
      `You get this letter because a decision was made about what you wrote on ${site}. Whether you get such letters is set in your account:`,
    stop: 'No more letters about decisions:',
    guest: (site: string) =>
      `You get this letter because you gave this address when you commented on ${site} as a guest. We keep it for a while only, and for nothing else. If it was not you, somebody gave a wrong address: you need not do anything.`,
  },
} as const
