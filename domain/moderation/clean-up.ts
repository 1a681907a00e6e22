import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import {
  countManyVisible,
  hideMany,
  insertCleanUp,
  insertCleanUpComments,
  insertDecisions,
  isUndone,
  lockComments,
  upholdReports,
} from '@/db/queries/clean-up-changes'
import { listSwath } from '@/db/queries/clean-ups'
import { insertDecision } from '@/db/queries/decisions'
import { findMemberToChange } from '@/db/queries/members'
import { findReasonWords, isReasonOffered } from '@/db/queries/reasons'
import { newId } from '@/lib/new-id'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'
import { whyNotAbout } from '../sanction/may-sanction'
import { stateRemovals } from '../statement/state-decision'
import type { CleanUpInput } from './clean-up-question'

/** So many at most are hidden by one act; what is left is there to be hidden by another. */
export const mostAtOnce = 20_000

/** So many at most wait for one transaction, and hold others up. */
export const batchSize = 500

export const mayCleanUp = (actor: Actor): actor is MemberActor => actor.id !== null && may(actor, 'comment.decide')

/**
 * Hides all that an account, a browser or a network wrote within a time, in batches. Each comment has its line in the log, and
 * each batch makes the pages forget its articles once. Whatever ends the act early, what was hidden can be undone.
 */
export async function cleanUp(actor: Actor, input: CleanUpInput, now = new Date()) {
  if (!mayCleanUp(actor)) return refuse('not-allowed')
  const begun = await begin(actor, input, now)
  if (!begun.ok) return begun
  const { id, ids } = begun.value
  let hidden = 0
  for (let from = 0; from < ids.length; from += batchSize) {
    const some = ids.slice(from, from + batchSize)
    hidden += await transact((tx) => hideSome(actor, { ...input, cleanUpId: id }, some, now, tx))
  }
  return done({ id, hidden })
}

async function begin(actor: MemberActor, input: CleanUpInput, now: Date) {
  return transact(async (tx) => {
    const person = input.reach === 'account' && input.memberId && (await findMemberToChange(input.memberId, tx))
    if (input.reach === 'account' && !person) return refuse('no-such-member')
    const wrong = person ? whyNotAbout(actor, person) : undefined
    if (wrong) return refuse(wrong)
    if (!(await isReasonOffered(input.reason, 'moderator', tx))) return refuse('no-such-reason')
    const found = await listSwath(input, actor.id, mostAtOnce, tx)
    if (found.length === 0) return refuse('nothing-there')

    const { reach, since, until, reason, note } = input
    const of = { memberId: person ? person.id : null, commentId: person ? null : (input.commentId ?? null) }
    const id = newId()
    await insertCleanUp({ id, reach, ...of, since, until, reason, note, actorId: actor.id, createdAt: now }, tx)
    await insertDecision(
      {
        ...{ kind: 'clean-up' as const, memberId: of.memberId, reason, note, createdAt: now },
        ...{ actorId: actor.id, actorRank: actor.rank },
        after: { cleanUp: id, reach, since, until, comments: found.length },
      },
      tx,
    )
    return done({ id, ids: found.map((one) => one.id) })
  })
}

type Told = { cleanUpId: string; reason: string; note: string }

async function hideSome(actor: MemberActor, { cleanUpId, reason, note }: Told, ids: string[], now: Date, tx: Tx) {
  if (await isUndone(cleanUpId, tx)) return 0
  // A colleague, or the author, may have been faster with some.
  const rows = (await lockComments(ids, tx)).filter(({ standing }) => standing === 'visible' || standing === 'held')
  if (rows.length === 0) return 0
  const hidden = rows.map((row) => ({ ...row, decisionId: newId() }))
  const those = rows.map(({ id }) => id)
  const rule = await findReasonWords(reason, tx)
  await hideMany(those, reason, now, tx)
  await insertDecisions(
    hidden.map(({ id, articleId, memberId, standing, decisionId }) => ({
      ...{ id: decisionId, kind: 'hide-comment' as const, commentId: id, articleId, memberId, reason, note },
      ...{ actorId: actor.id, actorRank: actor.rank, createdAt: now },
      before: { standing },
      after: { standing: 'hidden', cleanUp: cleanUpId, rule },
    })),
    tx,
  )
  await stateRemovals(hidden, now, tx)
  await insertCleanUpComments(
    hidden.map(({ id, standing, decisionId }) => ({ cleanUpId, commentId: id, seenAs: standing, decisionId })),
    tx,
  )
  await upholdReports(those, now, tx)
  await countManyVisible(
    rows.filter(({ standing }) => standing === 'visible'),
    -1,
    tx,
  )
  await invalidate(tx, tagsOf(rows), 'conceal')
  return rows.length
}

export const tagsOf = (rows: { articleId: string }[]) =>
  [...new Set(rows.map(({ articleId }) => articleId))].flatMap((id) => [tags.comments(id), tags.counts(id)])
