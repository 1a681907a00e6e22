import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import {
  type FoundConversation,
  findConversation,
  lockConversation,
  updateConversation,
} from '@/db/queries/conversation-changes'
import { insertDecision } from '@/db/queries/decisions'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import type { changedConversation } from './conversation-input'

export type ConversationChange = z.infer<typeof changedConversation>

/** Opens and closes an article's conversation, has it read first, slows it down, and says when it closes by itself. */
export async function changeConversation(actor: Actor, change: ConversationChange, now = new Date()) {
  if (actor.id === null || !may(actor, 'comment.decide')) return refuse('not-allowed')
  return transact(async (tx) => {
    await lockConversation(change.articleId, tx)
    const before = await findConversation({ id: change.articleId }, now, tx)
    if (!before) return refuse('no-such-article')
    const [was, wanted] = [setFor(before), { ...setFor(before), ...asSet(change) }]
    const address = { slug: before.slug }
    if (sameAs(wanted) === sameAs(was)) return done(address)
    if (change.seen !== seenOf(before)) return refuse('already-changed')
    await updateConversation(before.id, rowOf(wanted, before), tx)
    const { id: actorId, rank: actorRank } = actor
    await tell({ articleId: before.id, actorId, actorRank, note: change.note, before: was, after: wanted }, now, tx)
    return done(address)
  })
}

export type ConversationSet = ReturnType<typeof setFor>

/** What is set for an article's conversation, as the form and the log say it. */
export function setFor(found: FoundConversation) {
  return {
    mode: modeOf(found),
    closeAfter: found.commentsCloseAfter,
    seconds: found.commentSeconds,
    isHeated: found.isHeated,
  }
}

/** What a form was filled with, to be compared when it comes. A slow-down that comes or goes by itself is no change. */
export const seenOf = (found: FoundConversation) => sameAs({ ...setFor(found), isHeated: false })

const sameAs = (set: ConversationSet) => JSON.stringify(set)

function modeOf({ isKeptOpen, commentsPremoderated }: FoundConversation): ConversationChange['mode'] {
  if (!isKeptOpen) return 'closed'
  return commentsPremoderated ? 'premoderated' : 'open'
}

const asSet = ({ mode, closeAfter, seconds, cool }: ConversationChange) => ({
  ...{ mode, closeAfter, seconds },
  ...(cool ? { isHeated: false } : {}),
})

function rowOf({ mode, closeAfter, seconds, isHeated }: ConversationSet, before: FoundConversation) {
  return {
    commentsOpen: mode !== 'closed',
    // A closed conversation is read first again where it was before, when it is opened in the newsroom.
    commentsPremoderated: mode === 'closed' ? before.commentsPremoderated : mode === 'premoderated',
    commentsCloseAfter: closeAfter,
    commentSeconds: seconds,
    ...(isHeated ? {} : { heatedUntil: null }),
  }
}

type Told = Omit<Parameters<typeof insertDecision>[0], 'kind' | 'articleId' | 'createdAt'> & { articleId: string }

/** Writes the line of the log, and has every page of the article drawn anew. */
export async function tell(told: Told, now: Date, tx: Tx) {
  await insertDecision({ kind: 'change-conversation', ...told, createdAt: now }, tx)
  await invalidate(tx, [tags.article(told.articleId)], 'now')
}
