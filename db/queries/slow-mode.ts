import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment } from '../schema'

type Person = { memberId: string } | { guestKey: string }

/** When a person last wrote under an article since a moment, whatever became of it. */
export async function findLastWritten(articleId: string, person: Person, since: Date, on: Db = db) {
  const isTheirs = 'memberId' in person ? eq(comment.memberId, person.memberId) : eq(comment.guestKey, person.guestKey)
  const [found] = await on
    .select({ at: comment.createdAt })
    .from(comment)
    .where(and(isTheirs, eq(comment.articleId, articleId), gt(comment.createdAt, since)))
    .orderBy(desc(comment.createdAt))
    .limit(1)
  return found?.at
}

/** Has what the same person sends to the same article at the same moment wait for this transaction. */
export async function lockPerson(articleId: string, person: Person, tx: Tx) {
  const key = `writes ${articleId} ${'memberId' in person ? person.memberId : person.guestKey}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
