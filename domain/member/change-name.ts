import { invalidate, tags, transact } from '@/db/invalidate'
import { findMemberToChange, listArticlesWithCommentsOf, updateName } from '@/db/queries/members'
import { countNamesGivenUp, insertEarlierName, lockLikeness } from '@/db/queries/names'
import { takeFrom } from '@/db/rate-limit'
import { type Actor, may } from '@/domain/actor'
import { done, refuse } from '@/domain/outcome'
import { likenessOf } from './likeness'
import { isNameTaken } from './name-taken'

/** Beyond this many articles the older ones show the new name when they are next rendered for another reason. */
const articlesAtOnce = 500

/** How often somebody becomes another to readers, beside choosing a name at first. */
const mostChanges = 3
const month = 30 * 24 * 60 * 60_000

/** A person takes another public name, which has passed `publicName`. */
export async function changeName(actor: Actor, name: string, now = new Date()) {
  if (actor.rank === 'stranger' || !may(actor, 'account.change')) return refuse('not-allowed')
  const allowance = await takeFrom('account', actor.id)
  if (!allowance.ok) return { ...refuse('too-often'), retryAfterSeconds: allowance.retryAfterSeconds }

  return transact(async (tx) => {
    const member = await findMemberToChange(actor.id, tx)
    if (!member) return refuse('not-allowed')
    const likeness = likenessOf(name)
    await lockLikeness(likeness, tx)
    if (await isNameTaken(name, member.id, now, tx)) return refuse('name-taken')
    const monthAgo = new Date(now.getTime() - month)
    if (name !== member.name && (await countNamesGivenUp(member.id, monthAgo, tx)) >= mostChanges)
      return refuse('too-many-names')
    if (name !== member.name) await insertEarlierName(member.id, now, tx)
    await updateName(member.id, name, likeness, tx)
    const articles = await listArticlesWithCommentsOf(member.id, articlesAtOnce, tx)
    if (articles.length > 0) await invalidate(tx, articles.map(tags.comments), 'now')
    return done({ name })
  })
}
