import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { transact } from '@/db/invalidate'
import { insertJob } from '@/db/job-queue'
import { listWordListsToChange } from '@/db/queries/word-lists'
import {
  countComments,
  deleteTrialsOf,
  findLastTrial,
  findTrialToContinue,
  insertFinds,
  insertTrial,
  listToTry,
  updateTrial,
} from '@/db/queries/word-trials'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { mayChangeFilter, tell } from './change-list'
import type { CompiledFilter } from './compile-filter'
import { compileLists, wordsByList } from './read-filter'
import type { trialInput } from './word-list-input'

const triedDays = 30

const day = 24 * 60 * 60_000

/** More are counted and not listed. */
export const mostFinds = 5000

/** Has a list tried on the comments of the last thirty days: a job does it, and its page says how far it is. */
export async function startTrial(actor: Actor, { listId }: z.infer<typeof trialInput>, now = new Date()) {
  if (!mayChangeFilter(actor)) return refuse('not-allowed')
  return transact(async (tx) => {
    const list = (await listWordListsToChange(tx)).find(({ id }) => id === listId)
    if (!list) return refuse('no-such-list')
    const last = await findLastTrial(listId, tx)
    if (last && !last.doneAt && last.version === list.version) return refuse('already-trying')
    await deleteTrialsOf(listId, tx)
    const span = { since: new Date(now.getTime() - triedDays * day), until: now }
    const comments = await countComments(span, tx)
    const trial = await insertTrial({ listId, version: list.version, ...span, comments, createdAt: now }, tx)
    await insertJob('try-word-list', { trialId: trial.id }, now, tx)
    await tell(actor, { after: { listId, list: list.name, tried: comments } }, now, tx)
    return done({ id: listId })
  })
}

export const trialJobInput = z.object({ trialId: z.uuid() })

type Steps = { signal?: AbortSignal; atOnce?: number; now?: () => Date }

/**
 * Goes on with a trial where it stands, some comments in each transaction, until all are looked at. Done a second time
 * it does nothing; one that was replaced meanwhile is left.
 */
export async function tryList(
  { trialId }: z.infer<typeof trialJobInput>,
  { signal, atOnce = 500, now = () => new Date() }: Steps = {},
) {
  let filter: Filter | undefined
  let isGoingOn = true
  while (isGoingOn) {
    signal?.throwIfAborted()
    isGoingOn = await transact(async (tx) => {
      const trial = await findTrialToContinue(trialId, tx)
      if (!trial || trial.doneAt) return false
      filter ??= await compileLists([trial.listId], tx)
      const comments = await listToTry(trial, atOnce, tx)
      const found = await findIn(comments, filter)
      await insertFinds(
        found
          .slice(0, Math.max(0, mostFinds - trial.found))
          .map((find, nth) => ({ trialId, no: trial.found + nth + 1, ...find })),
        tx,
      )
      const isLast = comments.length < atOnce
      const progress = {
        looked: trial.looked + comments.length,
        found: trial.found + found.length,
        approved: trial.approved + found.filter(({ wasApproved }) => wasApproved).length,
        last: comments.at(-1),
        doneAt: isLast ? now() : null,
      }
      await updateTrial(trialId, progress, tx)
      return !isLast
    })
  }
}

type Filter = CompiledFilter<{ listId: string; term: string }>

/** So many texts are looked through before the node does something else. */
const atOneGo = 20

async function findIn(comments: { id: string; text: string; wasApproved: boolean }[], filter: Filter) {
  const found = []
  for (const [nth, { id, text, wasApproved }] of comments.entries()) {
    if (nth % atOneGo === 0) await breathe()
    const [words] = wordsByList(filter, text).values()
    if (words) found.push({ commentId: id, wasApproved, words })
  }
  return found
}
