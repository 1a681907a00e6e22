const day = 24 * 60 * 60_000

/** What of a member's past says how likely the next comment is spam. */
export type WriterRecord = {
  since: Date
  /** Comments of the last ten minutes. */
  recent: number
  /** Comments of the last thirty days that a moderator hid. */
  hidden: number
}

export const riskWindows = { recent: 10 * 60_000, hidden: 30 * day }

const young = 3 * day
const mostRecent = 8
const mostHidden = 3

export type Risk = 'new-with-links' | 'many-posts' | 'many-hidden'

/** Why a member is asked for the confirmation code; nothing for almost everybody. */
export function risksOf({ since, recent, hidden }: WriterRecord, links: number, now: Date): Risk[] {
  return [
    ...(links > 0 && now.getTime() - since.getTime() < young ? ['new-with-links' as const] : []),
    ...(recent >= mostRecent ? ['many-posts' as const] : []),
    ...(hidden >= mostHidden ? ['many-hidden' as const] : []),
  ]
}
