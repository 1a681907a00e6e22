import type { Tx } from '@/db/client'
import type { findArticleToComment } from '@/db/queries/comment-changes'
import { findAuthorRecord } from '@/db/queries/screening'
import type { Actor } from '../actor'
import { listLinks } from '../comment/text/comment-text'
import { type Facts, recordSince } from './facts'

/** A comment before it is screened: with its id and the text that it has where it is there already. */
export type Unscreened = { text: string; id?: string; textBefore?: string }

type Article = NonNullable<Awaited<ReturnType<typeof findArticleToComment>>>

/** Gathers what the screening of one comment looks at. */
export async function readFacts(
  actor: Actor,
  { id, text, textBefore }: Unscreened,
  article: Article,
  now: Date,
  tx: Tx,
): Promise<Facts> {
  const { settings, commentsPremoderated, publishedAt } = article
  return {
    comment: {
      text,
      links: listLinks(text),
      linksBefore: textBefore === undefined ? null : listLinks(textBefore),
    },
    author: await readAuthor(actor, { besides: id, most: settings.heldFirst, since: recordSince(now) }, tx),
    article: { isPremoderated: commentsPremoderated, publishedAt },
    settings,
    now,
  }
}

async function readAuthor(
  actor: Actor,
  asked: Parameters<typeof findAuthorRecord>[1],
  tx: Tx,
): Promise<Facts['author']> {
  if (actor.id === null) return { kind: 'guest' }
  const record = await findAuthorRecord(actor.id, asked, tx)
  if (!record) throw new Error(`member ${actor.id} writes and is not there`)
  return { kind: 'member', ...record, rank: actor.rank }
}
