import { cookies } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { cache } from 'react'
import { findActorOfSession } from '@/db/queries/members'
import { type Actor, type MemberActor, may, type Permission, stranger } from '@/domain/actor'
import { signInPath } from '@/lib/next-path'
import { sessionCookie } from './cookies'
import { formTokenField, formTokenOf, isFormTokenOf } from './form-token'
import { storedSessionToken } from './session-token'

/**
 * Who asks, with rank and sanction as the database has them at this request. A database that is down throws,
 * rather than to make everybody a stranger.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  await connection()
  const session = await currentSessionKey()
  return (session && (await findActorOfSession(session))) || stranger
})

/** What the database knows this browser's session by, if it has one. */
export async function currentSessionKey() {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? storedSessionToken(token) : undefined
}

/** What the forms of a page carry that is drawn for this session. */
export async function currentFormToken() {
  const session = await currentSessionKey()
  return session ? { name: formTokenField, value: formTokenOf(session) } : undefined
}

/**
 * Who sends a form of the desks or of the account: a stranger, unless it was drawn for the session that sends it. Every
 * action of those forms asks here and nowhere else (decision 6).
 */
export async function currentSender(form: FormData): Promise<Actor> {
  const session = await currentSessionKey()
  return session && isFormTokenOf(session, form) ? currentActor() : stranger
}

/** The person who is signed in; anybody else goes to sign in and then comes back to `next`. */
export async function requireActor(next?: string): Promise<MemberActor> {
  const actor = await currentActor()
  if (actor.rank === 'stranger') redirect(signInPath(next))
  return actor
}

/** For pages and actions of the desks: strangers go to sign in, others get 403. */
export async function requireActorWhoMay(permission: Permission, next?: string): Promise<MemberActor> {
  const actor = await requireActor(next)
  if (!may(actor, permission)) forbidden()
  return actor
}
