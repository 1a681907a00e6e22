import type { Rank } from '../actor'
import type { Link } from './link'
import type { ConversationSettings } from './settings'

/** All that the screening of a comment may look at; it asks nobody else. */
export type Facts = {
  comment: ScreenedComment
  author: { kind: 'guest' } | ({ kind: 'member' } & AuthorRecord)
  article: { isPremoderated: boolean; publishedAt: Date }
  settings: ConversationSettings
  now: Date
}

type ScreenedComment = {
  text: string
  /** Its links out of the paper. */
  links: Link[]
  /** Addresses of those in the text that it had before; none where it is new. */
  linksBefore: string[] | null
  /** Whether another comment of the last day has the same text. */
  isDuplicate: boolean
  /** Between the drawing of its form and its sending; none where nobody knows. */
  secondsToWrite: number | null
}

export type AuthorRecord = {
  rank: Rank
  since: Date
  /** Other comments that were let through and not hidden later, counted as far as it matters. */
  approved: number
  /** Comments that moderators decided about in the last seven days, and how many of those they hid. */
  decided: number
  hidden: number
  /** Whether a moderator has put them under pre-moderation here. */
  isPremoderated: boolean
}

const day = 24 * 60 * 60_000

/** For how long an account is new. Which comments of it are held at any rate is counted in approvals, not in days. */
export const newAccountDays = 3

export const recordDays = 7

export const recordSince = (now: Date) => new Date(now.getTime() - recordDays * day)

export const isNew = ({ author, now }: Facts) =>
  author.kind === 'guest' || now.getTime() - author.since.getTime() < newAccountDays * day
