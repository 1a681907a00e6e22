import { randomBytes } from 'node:crypto'
import { sessionCookie } from '@/auth/cookies'
import { formTokenOf } from '@/auth/form-token'
import { storedSessionToken } from '@/auth/session-token'
import { db } from '@/db/client'
import { member, session, user } from '@/db/schema'
import type { MemberActor, Rank } from '@/domain/actor'

const unique = () => randomBytes(5).toString('hex')

/** A new person of this rank who is signed in for an hour, with the cookie that says so. */
export async function aSession(rank: Rank = 'member', name = `Person ${unique()}`) {
  const [account] = await db
    .insert(user)
    .values({ email: `${unique()}@example.org` })
    .returning({ id: user.id })
  if (!account) throw new Error('no account was made')
  const handle = `p-${unique()}`
  const [person] = await db
    .insert(member)
    .values({ handle, name, rank, nameChosen: true, userId: account.id })
    .returning({ id: member.id })
  if (!person) throw new Error('no member was made')
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(Date.now() + 3_600_000)
  await db.insert(session).values({ sessionToken: storedSessionToken(token), userId: account.id, expires })
  const actor: MemberActor = { id: person.id, handle, name, rank, sanction: null }
  const cookieName = sessionCookie().name
  return {
    ...actor,
    formToken: formTokenOf(storedSessionToken(token)),
    token,
    cookieName,
    cookie: `${cookieName}=${token}`,
  }
}
