import { sql } from 'drizzle-orm'
import { conversationOf } from '@/domain/screening/conversation'
import { conversationKey, readSettings } from '@/domain/screening/settings'
import { article, setting } from '../schema'

/** What decides whether an article's conversation is open, for `withConversation`; the paper's settings among it. */
export const conversationColumns = {
  commentsOpen: article.commentsOpen,
  commentsPremoderated: article.commentsPremoderated,
  commentsCloseAfter: article.commentsCloseAfter,
  commentSeconds: article.commentSeconds,
  heatedUntil: article.heatedUntil,
  publishedAt: sql<Date>`${article.publishedAt}`.mapWith(article.publishedAt),
  settings: sql<unknown>`(select ${setting.value} from ${setting} where ${setting.key} = ${conversationKey})`,
}

type Row = Omit<Parameters<typeof conversationOf>[0], 'settings'> & { settings: unknown }

/** An article with the state of its conversation at a moment: `commentsOpen` is whether it takes comments then. */
export function withConversation<Found extends Row>({ settings, ...found }: Found, now: Date) {
  const read = readSettings(settings)
  return { ...found, settings: read, ...conversationOf(found, read, now) }
}
