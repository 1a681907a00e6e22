import { z } from 'zod'
import { invalidate, tags, transact } from '@/db/invalidate'
import { insertDecision } from '@/db/queries/decisions'
import {
  findAuthorToTie,
  findMemberByHandle,
  listArticlesWithOwnComments,
  updateAuthorMember,
} from '@/db/queries/tied-authors'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'

export const tieInput = z.object({
  authorId: z.uuid(),
  /** The member's handle; empty to untie. */
  handle: z
    .string()
    .max(100)
    .transform((typed) => typed.trim().replace(/^@/, '').toLowerCase()),
})

/** Beyond this many articles the older ones show the badge when they are next rendered for another reason. */
const articlesAtOnce = 500

/** Says which account an author has here, by which comments under their own articles bear the badge; or that none has. */
export async function tieAuthor(actor: Actor, { authorId, handle }: z.infer<typeof tieInput>, now = new Date()) {
  if (actor.id === null || !may(actor, 'author.tie')) return refuse('not-allowed')
  const { id: actorId, rank: actorRank } = actor
  return transact(async (tx) => {
    const author = await findAuthorToTie(authorId, tx)
    if (!author) return refuse('no-such-author')
    const member = handle ? await findMemberByHandle(handle, tx) : undefined
    if (handle && !member) return refuse('no-such-member')
    const [before, after] = [author.memberId, member?.id ?? null]
    if (before === after) return done({ isTied: after !== null })
    await updateAuthorMember(authorId, after, tx)
    await insertDecision(
      {
        ...{ kind: 'tie-author' as const, memberId: after ?? before, actorId, actorRank, createdAt: now },
        ...{ before: { author: author.slug, memberId: before }, after: { author: author.slug, memberId: after } },
      },
      tx,
    )
    const concerned = [before, after].filter((id) => id !== null)
    const articles = await listArticlesWithOwnComments(authorId, concerned, articlesAtOnce, tx)
    if (articles.length > 0) await invalidate(tx, articles.map(tags.comments), 'now')
    return done({ isTied: after !== null })
  })
}
