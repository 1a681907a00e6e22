import { randomBytes, randomInt } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { accountWords } from '@/lib/words/account'
import { type Db, db } from '../client'
import { member, user } from '../schema'

const kept = { id: member.id, rank: member.rank }

/** The user of an address, made where there is none. */
export async function insertUser(email: string, on: Db = db) {
  const [made] = await on.insert(user).values({ email }).onConflictDoNothing().returning({ id: user.id })
  const [there] = made ? [made] : await on.select({ id: user.id }).from(user).where(eq(user.email, email)).limit(1)
  if (!there) throw new Error('The user was neither inserted nor found')
  return there
}

/** A user whom nobody can write to: the owner, who signs in by a printed link. */
export async function insertUserWithoutEmail(on: Db = db) {
  const [made] = await on.insert(user).values({}).returning({ id: user.id })
  if (!made) throw new Error('The user was not inserted')
  return made
}

/** Nothing when the user has a member already, or the handle is another's. */
export async function insertMember(values: typeof member.$inferInsert, on: Db = db) {
  const [made] = await on.insert(member).values(values).onConflictDoNothing().returning(kept)
  return made
}

export async function findMemberOfUser(userId: string, on: Db = db) {
  const [found] = await on.select(kept).from(member).where(eq(member.userId, userId)).limit(1)
  return found
}

/** The public side of a user, made where there is none: nothing in it says what the e-mail address is. */
export async function insertMemberOfUser(userId: string, on: Db = db) {
  const there = await findMemberOfUser(userId, on)
  if (there) return there

  for (let attempt = 0; attempt < 5; attempt++) {
    const name = accountWords.madeName(randomInt(1000, 10_000))
    const handle = `reader-${randomBytes(5).toString('hex')}`
    const made = (await insertMember({ userId, handle, name }, on)) ?? (await findMemberOfUser(userId, on))
    if (made) return made
  }
  throw new Error('No free handle was found for a new member')
}
