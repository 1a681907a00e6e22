import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { sessionCookie } from '@/auth/cookies'
import { storedSessionToken } from '@/auth/session-token'
import { db } from '@/db/client'
import { member, session, user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'

/** What the site knows a person by: the session, and an address as if through a proxy. */
export type SignedIn = { cookie: string; address: string }

/** Signed-in members whose comments are seen at once, since each has one under another article. */
export async function someMembers(times: number, commentedOn: string) {
  const made: SignedIn[] = []
  for (let no = 0; no < times; no++) made.push(await signIn(commentedOn, `10.${no >> 8}.${no & 255}.1`))
  return made
}

async function signIn(articleId: string, address: string): Promise<SignedIn> {
  const [account] = await db
    .insert(user)
    .values({ email: `${randomBytes(6).toString('hex')}@example.org` })
    .returning({ id: user.id })
  if (!account) throw new Error('no account was made')
  const person = await aMember()
  await db.update(member).set({ userId: account.id }).where(eq(member.id, person.id))
  await aComment({ articleId, memberId: person.id })
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(Date.now() + 3_600_000)
  await db.insert(session).values({ sessionToken: storedSessionToken(token), userId: account.id, expires })
  return { cookie: `${sessionCookie().name}=${token}`, address }
}
