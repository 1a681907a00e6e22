import { invalidate, tags, transact } from '@/db/invalidate'
import { insertDecision } from '@/db/queries/decisions'
import {
  countAdmins,
  findMemberToChange,
  listArticlesWithCommentsOf,
  lockRanks,
  updateRank,
} from '@/db/queries/members'
import { type Actor, may, type Rank } from '@/domain/actor'
import { done, refuse } from '@/domain/outcome'

/** Who decides: somebody who is signed in, or whoever may run commands on the server. */
type Decider = Actor | 'command-line'

/** Beyond this many articles the older ones show the other badge when they are next rendered for another reason. */
const articlesAtOnce = 500

/** Gives a member another set of permissions, from their next request on, and another badge beside the name. The paper keeps at least one admin. */
export async function changeRank(decider: Decider, { memberId, rank }: { memberId: string; rank: Rank }) {
  if (decider !== 'command-line' && !may(decider, 'member.change-rank')) return refuse('not-allowed')

  return transact(async (tx) => {
    await lockRanks(tx)
    const admins = await countAdmins(tx)
    const member = await findMemberToChange(memberId, tx)
    if (!member) return refuse('no-such-member')
    if (member.rank === rank) return refuse('same-rank')
    if (member.rank === 'admin' && admins <= 1) return refuse('last-admin')

    await updateRank(memberId, rank, tx)
    await insertDecision(
      { kind: 'change-rank', memberId, ...signedBy(decider), before: { rank: member.rank }, after: { rank } },
      tx,
    )
    const articles = await listArticlesWithCommentsOf(memberId, articlesAtOnce, tx)
    if (articles.length > 0) await invalidate(tx, articles.map(tags.comments), 'now')
    return done({ ...member, rank })
  })
}

const signedBy = (decider: Decider) =>
  decider === 'command-line'
    ? {}
    : { actorId: decider.id, actorRank: decider.rank === 'stranger' ? null : decider.rank }
