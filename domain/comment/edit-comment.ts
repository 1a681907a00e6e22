import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { countVisible, moveComment, updateText } from '@/db/queries/comment-changes'
import { hasDecision } from '@/db/queries/decisions'
import { lockText } from '@/db/queries/screening'
import { env } from '@/lib/env'
import type { Actor } from '../actor'
import { done, refuse } from '../outcome'
import { noteDomains } from '../screening/note-domains'
import type { Screened } from '../screening/screen'
import { textHash } from '../screening/text-hash'
import { logHold } from '../statement/tell-of-hold'
import { commentText } from './comment-input'
import { findOwn, type OwnComment } from './find-own'
import type { Sender } from './sender'
import { findTextFault, mayWrite, vetComment } from './vet-comment'

export const editInput = z.object({ commentId: z.uuid(), text: commentText })

/** Comments that were posted before this moment are not changed any more once readers see them. */
export const editableSince = (now: Date) => new Date(now.getTime() - env().commentEditMinutes * 60_000)

/**
 * Changes the author's own comment: one that waits at any time, one that readers see for some minutes, neither after a
 * moderator decided about it. It is screened as a new comment is, and may have to wait again. The text before is kept.
 */
export async function editComment(actor: Actor, input: z.infer<typeof editInput>, sender: Sender, now = new Date()) {
  if (!mayWrite(actor)) return refuse('not-allowed')
  const wrong = findTextFault(input.text)
  if (wrong) return refuse(wrong)
  const hash = textHash(input.text)
  return transact(async (tx) => {
    // Before the comment's own lock, as posting does before that of the comment which it answers.
    await lockText(hash, tx)
    const comment = await findOwn(actor, input.commentId, sender, tx)
    if (!comment || comment.standing === 'deleted') return refuse('no-such-comment')
    // The same form sent again, or nothing changed: there is no other version to keep.
    if (comment.text === input.text && comment.standing !== 'hidden') return done(addressOf(comment))
    const [vetted, isDecided] = await Promise.all([
      vetComment(actor, { ...comment, text: input.text, textBefore: comment.text }, now, tx),
      hasDecision(comment.id, tx),
    ])
    if (isDecided || comment.standing === 'hidden') return refuse('too-late')
    if (comment.standing === 'visible' && comment.createdAt <= editableSince(now)) return refuse('edit-time-over')
    if (!vetted.ok) return vetted
    const { screened } = vetted.value
    await updateText(comment.id, { text: input.text, textHash: hash, ...foundIn(comment, screened) }, now, tx)
    const changed = { ...comment, text: input.text, heldBecause: screened.heldBecause }
    if (comment.standing === 'visible') await showAgain(changed, screened.standing, now, tx)
    return done(addressOf(comment))
  })
}

const addressOf = ({ id, slug }: OwnComment) => ({ id, slug })

/** What waits goes on waiting, whatever its author takes out: that is the moderator's to see. */
function foundIn({ standing, heldBecause, findings }: OwnComment, screened: Screened) {
  const goesOnWaiting = standing === 'held' && screened.standing === 'visible'
  return goesOnWaiting ? { heldBecause, findings } : { heldBecause: screened.heldBecause, findings: screened.findings }
}

/** Readers get the new text at once, or the comment leaves their sight until a moderator has read it. */
async function showAgain(comment: OwnComment, standing: Screened['standing'], now: Date, tx: Tx) {
  // Not even an old page may show what its author took out, whatever fails meanwhile.
  const { id, articleId } = comment
  if (standing === 'visible') {
    await noteDomains(comment.text, now, tx)
    return invalidate(tx, [tags.comments(articleId)], 'conceal')
  }
  await moveComment({ id, seenAs: 'visible', to: 'held' }, now, tx)
  await countVisible(comment, -1, tx)
  await logHold(comment, 'visible', now, tx)
  await invalidate(tx, [tags.comments(articleId), tags.counts(articleId)], 'conceal')
}
