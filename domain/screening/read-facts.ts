import type { Tx } from '@/db/client'
import type { findArticleToComment } from '@/db/queries/comment-changes'
import { listKnownDomains } from '@/db/queries/link-domains'
import { findAuthorRecord, isTextKnown } from '@/db/queries/screening'
import type { Actor } from '../actor'
import { listLinks } from '../comment/text/comment-text'
import { type AuthorRecord, type Facts, recordSince } from './facts'
import { domainOf, linkTo, withParents } from './link'
import { duplicateSince, textHash } from './text-hash'

/** A comment before it is screened: with its id and the text that it has where it is there already. */
export type Unscreened = {
  text: string
  id?: string
  textBefore?: string
  secondsToWrite?: number | null
  isPremoderated?: boolean
}

type Article = NonNullable<Awaited<ReturnType<typeof findArticleToComment>>>

/** Gathers what the screening of one comment looks at. */
export async function readFacts(
  actor: Actor,
  { id, text, textBefore, secondsToWrite = null, isPremoderated = false }: Unscreened,
  article: Article,
  now: Date,
  tx: Tx,
): Promise<Facts> {
  const { settings, commentsPremoderated, publishedAt } = article
  const [links, isDuplicate, author] = await Promise.all([
    readLinks(text, tx),
    isTextKnown(textHash(text), { besides: id, since: duplicateSince(now) }, tx),
    // At least one is counted, so that a first comment is known for one where none is held for it.
    readAuthor(actor, { besides: id, most: Math.max(1, settings.heldFirst), since: recordSince(now) }, tx),
  ])
  const linksBefore = textBefore === undefined ? null : listLinks(textBefore)
  return {
    comment: { text, links, linksBefore, isDuplicate, secondsToWrite },
    author: author.kind === 'guest' ? author : { ...author, isPremoderated },
    article: { isPremoderated: commentsPremoderated, publishedAt },
    settings,
    now,
  }
}

async function readLinks(text: string, tx: Tx) {
  const addresses = listLinks(text)
  const domains = addresses.flatMap((address) => domainOf(address) ?? [])
  const known = await listKnownDomains([...new Set(domains.flatMap(withParents))], tx)
  return addresses.map((address) => linkTo(address, known))
}

async function readAuthor(
  actor: Actor,
  asked: Parameters<typeof findAuthorRecord>[1],
  tx: Tx,
): Promise<{ kind: 'guest' } | ({ kind: 'member' } & Omit<AuthorRecord, 'isPremoderated'>)> {
  if (actor.id === null) return { kind: 'guest' }
  const record = await findAuthorRecord(actor.id, asked, tx)
  if (!record) throw new Error(`member ${actor.id} writes and is not there`)
  return { kind: 'member', ...record, rank: actor.rank }
}
