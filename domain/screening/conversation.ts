import type { ConversationSettings } from './settings'

type ArticleSettings = {
  commentsOpen: boolean
  commentsPremoderated: boolean
  /** None for what the paper usually does, 0 for never. */
  commentsCloseAfter: number | null
  commentSeconds: number
  heatedUntil: Date | null
  publishedAt: Date
}

const day = 24 * 60 * 60_000

/**
 * Whether an article takes comments at a moment, why it does not, what slows it down, and when that will be otherwise
 * without anybody doing anything.
 */
export function conversationOf(article: ArticleSettings, settings: ConversationSettings, now: Date) {
  const closesAt = closingTime(article, settings)
  const closedBecause = whyClosed(article.commentsOpen, closesAt, settings, now)
  const heatedUntil = article.heatedUntil && article.heatedUntil > now ? article.heatedUntil : null
  const isStillToClose = closesAt !== null && closesAt > now
  return {
    commentsOpen: closedBecause === null,
    closedBecause,
    closesAt: isStillToClose ? closesAt : null,
    isHeated: heatedUntil !== null,
    /** Seconds between two comments of one person; 0 where nobody has to wait. */
    secondsBetween: Math.max(article.commentSeconds, heatedUntil ? settings.heatedSeconds : 0),
    conversationChangesAt: earliest(isStillToClose ? closesAt : null, heatedUntil),
  }
}

export type ClosedBecause = NonNullable<ReturnType<typeof conversationOf>['closedBecause']>

function closingTime({ commentsCloseAfter, publishedAt }: ArticleSettings, { closeAfterDays }: ConversationSettings) {
  const days = commentsCloseAfter ?? closeAfterDays
  return days > 0 ? new Date(publishedAt.getTime() + days * day) : null
}

function whyClosed(isOpen: boolean, closesAt: Date | null, { isReadOnly }: ConversationSettings, now: Date) {
  if (isReadOnly) return 'read-only' as const
  if (!isOpen) return 'closed' as const
  return closesAt && closesAt <= now ? ('over' as const) : null
}

const earliest = (one: Date | null, other: Date | null) => (one && other ? (one < other ? one : other) : (one ?? other))
