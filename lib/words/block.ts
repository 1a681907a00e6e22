/** The words of blocks: for whom they meet, and for the desk. */
export const blockWords = {
  nav: 'Blocks',
  title: 'Blocks',
  lead: 'From where nothing is taken for a while. Trusted members are let through: those of whom readers see a comment and whom no sanction holds back, and the staff.',
  kinds: {
    email: 'e-mail address',
    domain: 'e-mail domain',
    range: 'network range',
    network: 'the network that a comment came from',
  },
  lists: { 'in-force': 'In force', over: 'Over' },
  listsLabel: 'Which blocks',
  onward: 'Further blocks',
  none: { 'in-force': 'Nothing is blocked.', over: 'No block is over yet.' },
  add: 'Block something',
  what: 'What',
  whatHint:
    'An e-mail address, an e-mail domain such as example.org, one address of the network, or a range from /32 to /16 such as 192.0.2.0/24 (of IPv6 from /64 to /32).',
  domainHint: 'To a blocked domain no sign-in letter is sent, and guests with such an address are refused.',
  submit: 'Block it',
  submitNetwork: 'Block the network that it came from',
  networkLead:
    'Nobody sees which network that is. It is known again until the end of this week (Wednesday midnight, UTC) and no longer.',
  networkNav: 'Block its network',
  lift: 'Lift it',
  liftOf: (what: string) => `Lift the block of ${what}`,
  liftNote: 'Note on lifting it (not needed)',
  hits: (n: number) => (n === 1 ? 'met once' : `met ${n} times`),
  trusted: (n: number) => `${n} of them trusted members, who were let through`,
  lastHit: 'last',
  said: { entered: 'It is blocked.', lifted: 'The block is lifted.' },

  met: {
    email: (end: string) => `Comments and sign-ins with this e-mail address are not taken${end}.`,
    domain: (end: string) => `Comments and sign-ins with addresses of this e-mail domain are not taken${end}.`,
    range: (end: string) => `Nothing is taken from the network that you use${end}.`,
    network: (end: string) => `Nothing is taken from the network that you use${end}.`,
    kept: 'Your text is kept below.',
  },

  faults: {
    what: 'Please say what shall be blocked.',
    reason: 'Please choose a reason: whoever is met by the block is shown it.',
  },

  refusals: {
    'not-allowed': 'Your account may not do this at the moment. What you typed is kept.',
    'no-such-thing':
      'This is neither an e-mail address, nor a domain, nor a range of the network. Please look again; what you typed is kept.',
    'too-wide': 'This range is too wide. The widest is /16, of IPv6 /32.',
    'of-staff': 'Somebody of the staff signs in with such an address, and could not any more.',
    'blocked-already': 'This is blocked already. Lift that block first, to give it another end.',
    'no-such-comment': 'This comment is no longer there.',
    'network-unknown':
      'It is no longer known from where this comment came: that is kept for the week of the comment alone.',
    'no-such-reason': 'This reason is no longer offered. Please choose another; what you typed is kept.',
    'no-date': 'Please give the date and time at which it ends.',
    'date-past': 'That moment is over. Please give one that is to come.',
    'date-far': 'Please give an end within ten years, or choose “Without end”.',
    'already-over': 'It is over already, or a colleague has lifted it. Nothing was changed.',
    'signed-out':
      'You are no longer signed in. Sign in again in another window, then send this form; what you typed is kept.',
    malformed: 'The form arrived damaged. Please send it again; what you typed is kept.',
  },
} as const
