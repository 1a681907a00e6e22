import { asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { linkDomain } from '../schema'

/** What is known of these domains; those that nobody has linked to and nobody decided about are not among it. */
export async function listKnownDomains(names: string[], on: Db = db) {
  if (names.length === 0) return []
  return on
    .select({ name: linkDomain.name, verdict: linkDomain.verdict })
    .from(linkDomain)
    .where(inArray(linkDomain.name, names))
    .limit(names.length)
}

/** Those that a moderator allowed or denied. */
export async function listDecidedDomains(on: Db = db) {
  return on
    .select({ name: linkDomain.name, verdict: linkDomain.verdict, decidedAt: linkDomain.decidedAt })
    .from(linkDomain)
    .where(isNotNull(linkDomain.verdict))
    .orderBy(asc(linkDomain.verdict), asc(linkDomain.name))
    .limit(2000)
}

/** Notes that readers see links to these domains. */
export async function insertSeenDomains(names: string[], now: Date, tx: Tx) {
  if (names.length === 0) return
  // In one order, so that two who note the same ones wait for each other at the first and not crosswise.
  const rows = names.toSorted().map((name) => ({ name, createdAt: now }))
  await tx.insert(linkDomain).values(rows).onConflictDoNothing()
}

/** Gives a domain its verdict, or takes it away; answers with the one that it had. */
export async function updateDomain(name: string, verdict: 'allow' | 'deny' | null, now: Date, tx: Tx) {
  await tx.insert(linkDomain).values({ name, createdAt: now }).onConflictDoNothing()
  const [before] = await tx
    .select({ verdict: linkDomain.verdict })
    .from(linkDomain)
    .where(eq(linkDomain.name, name))
    .limit(1)
    .for('update')
  await tx
    .update(linkDomain)
    .set({ verdict, decidedAt: verdict === null ? null : now })
    .where(eq(linkDomain.name, name))
  return before?.verdict ?? null
}
