import { invalidate, tags, transact } from '@/db/invalidate'
import { findMemberToChange, listArticlesWithCommentsOf, updateName } from '@/db/queries/members'
import { takeFrom } from '@/db/rate-limit'
import { type Actor, may } from '@/domain/actor'
import { done, refuse } from '@/domain/outcome'

/** Beyond this many articles the older ones show the new name when they are next rendered for another reason. */
const articlesAtOnce = 500

/** A person takes another public name, which has passed `publicName`. */
export async function changeName(actor: Actor, name: string) {
  if (actor.rank === 'stranger' || !may(actor, 'account.change')) return refuse('not-allowed')
  const allowance = await takeFrom('account', actor.id)
  if (!allowance.ok) return { ...refuse('too-often'), retryAfterSeconds: allowance.retryAfterSeconds }

  return transact(async (tx) => {
    const member = await findMemberToChange(actor.id, tx)
    if (!member) return refuse('not-allowed')
    await updateName(member.id, name, tx)
    const articles = await listArticlesWithCommentsOf(member.id, articlesAtOnce, tx)
    if (articles.length > 0) await invalidate(tx, articles.map(tags.comments), 'now')
    return done({ name })
  })
}
