import { z } from 'zod'
import { listQueue } from '@/db/queries/queue'
import { newId } from '@/lib/new-id'
import { deskWords } from '@/lib/words/desk'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { approveIn, type Deciding, dismissIn, hideIn, mayDecide, restoreIn } from './decision-steps'
import { inBatches } from './in-batches'
import type { QueueQuestion } from './queue-question'
import type { QueueTab } from './queue-tabs'
import { note, reason, type Standing } from './reasons'
import { tick } from './tick'

/** So many comments are decided about in one go. */
export const mostAtOnce = 500

const which = {
  which: z.enum(['ticked', 'all']),
  ticked: z.array(tick).max(mostAtOnce, { error: deskWords.tooMany(mostAtOnce) }),
  /** When the page was drawn: what came later was seen by nobody. */
  drawnAt: z.coerce.number().int().min(0),
  note,
}

export const manyInput = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.enum(['approve', 'keep', 'restore']), ...which }),
    z.object({ verdict: z.literal('hide'), reason, ...which }),
  ])
  .refine((input) => input.which === 'all' || input.ticked.length > 0, {
    path: ['ticked'],
    error: deskWords.nothingTicked,
  })

type ManyInput = z.infer<typeof manyInput>
type Seen = { commentId: string; seenAs: Standing; seenEdit?: number | undefined }

/**
 * Decides the same about many comments: those that were ticked, or all that fit a choice of the queue. Each is decided
 * as if it were the only one; what cannot be is left, with the reason. A colleague who is faster wins, comment by comment.
 */
export async function decideMany(actor: Actor, question: QueueQuestion, input: ManyInput, now = new Date()) {
  if (!mayDecide(actor)) return refuse('not-allowed')
  const seen = input.which === 'ticked' ? input.ticked : await listFitting(question, input.drawnAt, now)
  const actId = newId()
  const outcomes = await inBatches(seen, (one, tx) => decideOne({ actor, actId, tx }, one, input, now))
  const left = outcomes.flatMap(({ commentId, outcome }) =>
    outcome.ok ? [] : [{ commentId, refusal: outcome.refusal }],
  )
  return done({ actId, decided: outcomes.length - left.length, left })
}

export type LeftAsTheyWere = Extract<Awaited<ReturnType<typeof decideMany>>, { ok: true }>['value']['left']

function decideOne(by: Deciding, seen: Seen, input: ManyInput, now: Date) {
  const verdict = { ...seen, note: input.note }
  switch (input.verdict) {
    case 'approve':
      return approveIn(by, verdict, now)
    case 'hide':
      return hideIn(by, { ...verdict, reason: input.reason }, now)
    case 'restore':
      return restoreIn(by, verdict, now)
    case 'keep':
      return dismissIn(by, verdict, now)
  }
}

const standingIn: Record<QueueTab, Standing> = {
  held: 'held',
  reported: 'visible',
  unmoderated: 'visible',
  approved: 'visible',
  hidden: 'hidden',
}

/** From the start of the tab, whatever page the moderator was on. */
async function listFitting(question: QueueQuestion, drawnAt: number, now: Date): Promise<Seen[]> {
  const found = await listQueue({ ...question, after: undefined }, mostAtOnce, now)
  return found
    .filter(({ since }) => since.getTime() <= drawnAt)
    .map(({ id }) => ({ commentId: id, seenAs: standingIn[question.tab] }))
}
