import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { type Db, db } from '../client'
import { confirmationCode } from '../schema'

const thrownAwayAtOnce = 100

/** Each new code throws some of the expired ones away, so that there are never more than ten minutes' worth. */
export async function insertConfirmationCode(values: typeof confirmationCode.$inferInsert, now: Date, on: Db = db) {
  const expired = on
    .select({ id: confirmationCode.id })
    .from(confirmationCode)
    .where(lte(confirmationCode.expiresAt, now))
    .limit(thrownAwayAtOnce)
    .for('update', { skipLocked: true })
  await on.delete(confirmationCode).where(inArray(confirmationCode.id, expired))
  const [made] = await on.insert(confirmationCode).values(values).returning({ id: confirmationCode.id })
  if (!made) throw new Error('The confirmation code was not inserted')
  return made
}

/** What a code's picture shows while the code is good. */
export async function findAnswer(id: string, now = new Date(), on: Db = db) {
  const [found] = await on
    .select({ answer: confirmationCode.answer })
    .from(confirmationCode)
    .where(isGood(id, now))
    .limit(1)
  return found?.answer
}

/** Uses the code up and tells its answer to the one who did, whoever else comes at the same moment. */
export async function updateCodeUsed(id: string, now: Date, on: Db = db) {
  const [used] = await on
    .update(confirmationCode)
    .set({ usedAt: now })
    .where(isGood(id, now))
    .returning({ answer: confirmationCode.answer })
  return used?.answer
}

const isGood = (id: string, now: Date) =>
  and(eq(confirmationCode.id, id), isNull(confirmationCode.usedAt), gt(confirmationCode.expiresAt, now))
