import type { Db, Tx } from '@/db/client'
import { findLastWritten, lockPerson } from '@/db/queries/slow-mode'
import type { Actor } from '../actor'

type SlowArticle = { id: string; secondsBetween: number }

/** Seconds until a person may write under this article again; 0 for now. The paper's own staff waits for nothing. */
export async function secondsToWait(actor: Actor, article: SlowArticle, guestKey: string | null, now: Date, on?: Db) {
  const person = whoWaits(actor, article, guestKey)
  if (!person) return 0
  const since = new Date(now.getTime() - article.secondsBetween * 1000)
  const last = await findLastWritten(article.id, person, since, on)
  return last ? Math.max(1, Math.ceil((last.getTime() - since.getTime()) / 1000)) : 0
}

/** Whether a person writes too early. Two comments that are sent at once follow each other. */
export async function writesTooEarly(actor: Actor, article: SlowArticle, guestKey: string | null, now: Date, tx: Tx) {
  const person = whoWaits(actor, article, guestKey)
  if (!person) return false
  await lockPerson(article.id, person, tx)
  return (await secondsToWait(actor, article, guestKey, now, tx)) > 0
}

function whoWaits(actor: Actor, { secondsBetween }: SlowArticle, guestKey: string | null) {
  if (secondsBetween === 0) return
  if (actor.id !== null) return actor.rank === 'member' ? { memberId: actor.id } : undefined
  return guestKey ? { guestKey } : undefined
}
