import type { Tx } from '@/db/client'
import { transact } from '@/db/invalidate'
import { lockComments } from '@/db/queries/undo'

/** Quick, since each transaction costs a commit, and for others short: what a batch locks is free again at once. */
const perTransaction = 25

/**
 * Does something about each comment, some in one transaction. Their rows are locked before any counter is, and counters
 * in the order of their articles: so nobody waits for each other, whoever decides, posts or changes at the same time.
 */
export async function inBatches<One extends { commentId: string }, Outcome>(
  all: readonly One[],
  work: (one: One, tx: Tx) => Promise<Outcome>,
) {
  const outcomes: { commentId: string; outcome: Outcome }[] = []
  for (let done = 0; done < all.length; done += perTransaction) {
    const batch = all.slice(done, done + perTransaction)
    outcomes.push(...(await transact((tx) => oneBatch(batch, work, tx))))
  }
  return outcomes
}

async function oneBatch<One extends { commentId: string }, Outcome>(
  batch: readonly One[],
  work: (one: One, tx: Tx) => Promise<Outcome>,
  tx: Tx,
) {
  const locked = await lockComments(
    batch.map(({ commentId }) => commentId),
    tx,
  )
  const articleOf = new Map(locked.map(({ id, articleId }) => [id, articleId]))
  const placeOf = ({ commentId }: One) => articleOf.get(commentId) ?? ''
  const outcomes: { commentId: string; outcome: Outcome }[] = []
  for (const one of batch.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)))
    outcomes.push({ commentId: one.commentId, outcome: await work(one, tx) })
  return outcomes
}
