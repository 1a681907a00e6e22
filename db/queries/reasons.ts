import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { reason } from '../schema'

/** What is told of a reason wherever one was given. */
export const givenReason = { code: reason.code, label: reason.label, ruleNo: reason.ruleNo }

const wholeReason = {
  ...givenReason,
  position: reason.position,
  ruleText: reason.ruleText,
  forReaders: reason.forReaders,
  isPersonal: reason.isPersonal,
  retiredAt: reason.retiredAt,
  changedAt: reason.changedAt,
}

const inOrder = [asc(reason.position), asc(reason.code)]
/** Far more than a form can offer. */
const most = 200

/** Every reason that was ever offered, retired ones among them, in the order of the forms. */
export async function listReasons(on: Db = db) {
  return on
    .select(wholeReason)
    .from(reason)
    .orderBy(...inOrder)
    .limit(most)
}

export type Reason = Awaited<ReturnType<typeof listReasons>>[number]
export type GivenReason = Pick<Reason, 'code' | 'label' | 'ruleNo'>

/** Who gives a reason: moderators may give each that is offered, readers some. */
type Giver = 'moderator' | 'reader'

const isOfferedTo = (giver: Giver) =>
  and(isNull(reason.retiredAt), giver === 'reader' ? eq(reason.forReaders, true) : undefined)

/** The reasons of a form, in its order. */
export async function listOfferedReasons(giver: Giver, on: Db = db) {
  return on
    .select(givenReason)
    .from(reason)
    .where(isOfferedTo(giver))
    .orderBy(...inOrder)
    .limit(most)
}

/** Whether a reason is offered now. It stays so until the transaction ends. */
export async function isReasonOffered(code: string, giver: Giver, tx: Tx) {
  const rows = await tx
    .select({ code: reason.code })
    .from(reason)
    .where(and(eq(reason.code, code), isOfferedTo(giver)))
    .limit(1)
    .for('share')
  return rows.length > 0
}

/** The words of a reason as they are now, for whoever writes down what was said. */
export async function findReasonWords(code: string, on: Db = db) {
  const [found] = await on
    .select({ label: reason.label, ruleNo: reason.ruleNo, ruleText: reason.ruleText })
    .from(reason)
    .where(eq(reason.code, code))
    .limit(1)
  return found
}

/** Every reason, for a change: changes come one after the other, since each holds the reason that is always there. */
export async function listReasonsToChange(tx: Tx) {
  await tx.execute(sql`select from ${reason} where ${reason.code} = 'other' for no key update`)
  return listReasons(tx)
}

export async function insertReason(values: typeof reason.$inferInsert, tx: Tx) {
  await tx.insert(reason).values(values)
}

type Change = Partial<Omit<typeof reason.$inferInsert, 'code'>> & { changedAt: Date }

export async function updateReason(code: string, values: Change, tx: Tx) {
  await tx.update(reason).set(values).where(eq(reason.code, code))
}
