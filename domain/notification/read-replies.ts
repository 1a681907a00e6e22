import { countUnread, findPreference, listNotifications } from '@/db/queries/notifications'
import { commentPlainText } from '@/domain/comment/text/comment-text'
import { openingOf } from '@/lib/opening'
import { readPlace, repliesPerPage } from './inbox-place'
import { usual } from './kinds'

/** What a member is told on the account page, from the place on that its address names, and how they wish to be told. */
export async function readReplies(memberId: string, before: unknown) {
  const below = readPlace(before)
  const [rows, unread, preference] = await Promise.all([
    listNotifications(memberId, below, repliesPerPage + 1),
    countUnread(memberId),
    findPreference(memberId, 'reply'),
  ])
  const shown = rows.slice(0, repliesPerPage)
  return {
    replies: shown.map(({ text, ...reply }) => ({ ...reply, excerpt: openingOf(commentPlainText(text)) })),
    older: rows.length > repliesPerPage ? shown.at(-1) : undefined,
    isFirst: below === undefined,
    unread,
    preference: preference ?? usual,
  }
}

export type Replies = Awaited<ReturnType<typeof readReplies>>
