import type { Adapter, AdapterSession } from '@auth/core/adapters'
import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { PgDatabase } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { insertMemberOfUser } from '@/db/queries/new-members'
import { deleteExpiredSessions, deleteSession, insertSession } from '@/db/queries/sign-in'
import { account, session, user, verificationToken } from '@/db/schema'
import { storedSessionToken } from './session-token'

/**
 * Auth.js's adapter on our tables. Sessions are our own: they are stored by a hash of their token, and the
 * first one of a person makes their public side.
 */
export function makeAdapter(): Adapter {
  // `db` opens its pool at the first query. The adapter only wants to know which kind of database it is.
  const postgres = new Proxy(db, { getPrototypeOf: () => PgDatabase.prototype })
  const tables = {
    usersTable: user,
    accountsTable: account,
    sessionsTable: session,
    verificationTokensTable: verificationToken,
  }
  return { ...DrizzleAdapter(postgres, tables), createSession, deleteSession: endSession }
}

/** A new session of a user, who gets a public side with the first one. */
export async function createSession(fresh: AdapterSession) {
  await db.transaction(async (tx) => {
    await insertMemberOfUser(fresh.userId, tx)
    await deleteExpiredSessions(fresh.userId, new Date(), tx)
    await insertSession({ ...fresh, sessionToken: storedSessionToken(fresh.sessionToken) }, tx)
  })
  return fresh
}

async function endSession(token: string) {
  await deleteSession(storedSessionToken(token))
}
