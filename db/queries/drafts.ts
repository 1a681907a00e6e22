import { and, eq, gt, lt } from 'drizzle-orm'
import { type Db, db } from '../client'
import { commentDraft } from '../schema'

export type Draft = typeof commentDraft.$inferSelect

export async function insertDraft(draft: typeof commentDraft.$inferInsert, on: Db = db) {
  await on.insert(commentDraft).values(draft)
}

export async function findDraft(tokenHash: string, now = new Date(), on: Db = db) {
  const [found] = await on
    .select()
    .from(commentDraft)
    .where(and(eq(commentDraft.tokenHash, tokenHash), gt(commentDraft.expiresAt, now)))
    .limit(1)
  return found
}

export async function deleteDraft(tokenHash: string, on: Db = db) {
  await on.delete(commentDraft).where(eq(commentDraft.tokenHash, tokenHash))
}

export async function deleteExpiredDrafts(now = new Date(), on: Db = db) {
  await on.delete(commentDraft).where(lt(commentDraft.expiresAt, now))
}
