import { enhanceWords } from './enhance'

/** The words of ignoring somebody. `mute` is what a moderator does, and takes their voice from them. */
export const ignoreWords = {
  ignore: 'Ignore',
  ignoreOf: (name: string) => `Ignore ${name}`,
  stop: 'Ignore no more',
  stopOf: (name: string) => `Ignore ${name} no more`,
  folded: enhanceWords.ignored,

  account: {
    heading: 'Whom you ignore',
    lead: 'Their comments are folded away for you, and you are told of no reply by them. Nobody else sees that.',
    none: 'You ignore nobody. “Ignore” stands below each comment of another member on the discussion page.',
    stopped: 'You ignore this person no more.',
  },

  refusals: {
    'not-allowed': 'Your account may not do this at the moment.',
    'too-often': 'That is a lot in a short time. Please try again later.',
    'no-such-comment': 'This comment is no longer there.',
    guest: 'Guests have no account by which they could be ignored.',
    'own-comment': 'You can’t ignore yourself.',
    staff: 'Moderators and editors can’t be ignored: they speak for the paper.',
    'too-many': 'You ignore a thousand people, and that is as many as can be. Your account page lists them.',
  },
} as const
