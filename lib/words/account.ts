const minutes = (seconds: number) => (seconds <= 90 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`)

/** The words of sign-in, account and letters. */
export const accountWords = {
  madeName: (number: number) => `Reader ${number}`,
  ownerName: 'Owner',

  letter: {
    subject: (site: string) => `Your sign-in to ${site}`,
    greeting: (site: string) => `Hello, somebody asked to sign in to ${site} with this address.`,
    code: 'Type this code on the page where you asked:',
    link: 'Or open this link on any device and press the button there:',
    linkText: 'Sign in',
    expires: 'Both are good for ten minutes and for one use.',
    notYou: 'If that was not you, ignore this letter. Nobody can sign in without it.',
  },

  signIn: {
    title: 'Sign in',
    lead: 'We send you a letter with a link and a code. There is no password, and no account to make first.',
    email: 'E-mail',
    send: 'Send me a letter',
    already: (name: string) => `You are signed in as ${name}.`,
    goOn: 'Go on',
    invalidEmail: 'Please enter an e-mail address, such as name@example.org.',
    tooManyLetters: (seconds: number) =>
      `You have asked for several letters. Please use the newest one, or ask again in ${minutes(seconds)}.`,
    tooManyTries: (seconds: number) => `That was tried too often. Please try again in ${minutes(seconds)}.`,
  },

  check: {
    title: 'We have sent you a letter',
    lead: 'It should be there within a minute; look in the spam folder too. Type the six digits from it here, or open its link.',
    code: 'Code',
    codeHint: 'Six digits',
    submit: 'Sign in',
    again: 'Ask for another letter',
    invalidCode: 'Please enter the six digits from the letter.',
    wrongCode: 'These are not the digits of the newest letter. Please look again.',
    deadCode:
      'This code was tried too often and no longer works. The link in the letter does, or ask for another letter.',
    noCode:
      'This browser waits for no code: it is older than ten minutes, was used, or was asked for in another browser.',
    tooManyCodes: 'Too many codes were tried for this address today. The link in the letter still works.',
  },

  confirm: {
    title: 'Sign in',
    lead: (email: string) => `Press the button to sign in as ${email}.`,
    submit: 'Sign in',
    dead: 'This link was used before, is older than ten minutes, or is not complete. Please ask for another letter.',
    again: 'Ask for another letter',
  },

  ownerLink: {
    title: 'Sign in as the owner',
    lead: 'This link works once and for fifteen minutes.',
    submit: 'Sign in',
    dead: 'This link was used before, is older than fifteen minutes, or is not complete. The command `npm run owner-link` prints another.',
  },

  account: {
    title: 'Your account',
    signedOut:
      'You are no longer signed in, or signed in anew since this page was opened. Nothing was changed: open the page again.',
    email: 'E-mail',
    handle: 'Handle',
    rank: 'Rank',
    name: 'Public name',
    nameHint: 'What others read above your comments: 2 to 40 characters.',
    chooseName: (name: string) => `We call you “${name}” until you choose a name of your own.`,
    saveName: 'Save name',
    nameSaved: 'Your name is saved.',
    desks: 'Your desks',
    devices: 'Where you are signed in',
    thisDevice: 'this browser',
    unknownDevice: 'An unknown browser',
    since: 'since',
    endSession: 'Sign out',
    endSessionOf: (device: string) => `Sign out of ${device}`,
    sessionEnded: 'That browser is signed out.',
    signOut: 'Sign out',
    notAllowed: 'You may not change your account at present.',
    noName: 'Please enter a name.',
    nameLength: 'Please choose a name of 2 to 40 characters.',
    nameSigns: 'A name has letters, digits, spaces, apostrophes, full stops and hyphens, and at least one letter.',
    nameMixed: 'Please write each word of the name in one alphabet.',
    nameReserved: 'This name could be taken for one of the newsroom. Please choose another.',
    nameTaken: 'This name looks like one that somebody else has, or had lately. Please choose another.',
    tooManyNames: 'A name can be changed three times in thirty days. Please keep this one for now.',
    tooManyChanges: (seconds: number) => `You have changed a lot just now. Please try again in ${minutes(seconds)}.`,
  },

  form: {
    faults: 'Please look at this again',
  },

  ranks: { member: 'Member', moderator: 'Moderator', editor: 'Editor', admin: 'Admin' },
} as const
