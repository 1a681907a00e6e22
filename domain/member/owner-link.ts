import { createHash, randomBytes } from 'node:crypto'
import { db, type Tx } from '@/db/client'
import { findAccount, findAdminToSignIn, lockRanks } from '@/db/queries/members'
import { insertMember, insertUserWithoutEmail } from '@/db/queries/new-members'
import { insertOwnerLink, updateOwnerLinkUsed } from '@/db/queries/sign-in'
import { done, refuse } from '@/domain/outcome'
import { env } from '@/lib/env'
import { accountWords } from '@/lib/words/account'

const goodForMilliseconds = 15 * 60 * 1000

/**
 * A link that signs the owner in, once and for 15 minutes; for whoever may run commands on the server.
 * Makes the owner where the paper has no admin who can sign in.
 */
export async function makeOwnerLink(now = new Date()) {
  const token = randomBytes(32).toString('base64url')
  await db.transaction(async (tx) => {
    await lockRanks(tx)
    const owner = (await findAdminToSignIn(tx)) ?? (await makeOwner(tx))
    const expiresAt = new Date(now.getTime() + goodForMilliseconds)
    await insertOwnerLink({ tokenHash: hashOfToken(token), memberId: owner.id, expiresAt }, tx)
  })
  return `${env().siteUrl}/sign-in/owner?token=${token}`
}

/** The user whom a link signs in: for the first who comes with it in time. */
export async function redeemOwnerLink(token: string, now = new Date()) {
  const used = await updateOwnerLinkUsed(hashOfToken(token), now)
  const owner = used && (await findAccount(used.memberId))
  if (!owner?.userId || owner.rank !== 'admin') return refuse('link-dead')
  return done({ userId: owner.userId })
}

async function makeOwner(tx: Tx) {
  const { id: userId } = await insertUserWithoutEmail(tx)
  const rest = { userId, name: accountWords.ownerName, rank: 'admin', nameChosen: true } as const
  const made =
    (await insertMember({ ...rest, handle: 'owner' }, tx)) ??
    (await insertMember({ ...rest, handle: `owner-${randomBytes(4).toString('hex')}` }, tx))
  if (!made) throw new Error('The owner was not inserted')
  return made
}

const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')
