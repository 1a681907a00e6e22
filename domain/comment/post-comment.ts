import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { countVisible, findComment, findCommentByKey, insertComment, takeRootNo } from '@/db/queries/comment-changes'
import { findAnswered } from '@/db/queries/notifications'
import { lockText } from '@/db/queries/screening'
import { newId } from '@/lib/new-id'
import type { Actor } from '../actor'
import { redeemConfirmationCode } from '../confirmation/redeem-confirmation-code'
import { isNameTaken } from '../member/name-taken'
import { isReserved, publicName } from '../member/public-name'
import { tellOfReply } from '../notification/tell-of-reply'
import { done, refuse } from '../outcome'
import { secondsToWrite } from '../screening/drawn-at'
import { noteDomains } from '../screening/note-domains'
import { textHash } from '../screening/text-hash'
import { logHold } from '../statement/tell-of-hold'
import { type CommentInput, guestEmail } from './comment-input'
import { postKeys } from './post-key'
import type { Sender } from './sender'
import { writesTooEarly } from './slow-mode'
import { findTextFault, mayWrite, vetComment } from './vet-comment'
import { whyCode } from './wants-code'

/**
 * Posts a comment, or a reply. Guests give a name, an address and the confirmation code, members the code where the risk
 * is high. Whether it is seen at once its screening says. Sending the same form again answers with the comment that it stored before.
 */
export async function postComment(actor: Actor, input: CommentInput, sender: Sender, now = new Date()) {
  if (!mayWrite(actor)) return refuse('not-allowed')
  const wrong = findFault(actor, input)
  if (wrong) return refuse(wrong)
  const keys = postKeys(actor.id ?? sender.visitorKey ?? sender.addressHash, input, now)

  const unscreened = { ...input, secondsToWrite: secondsToWrite(input.drawn, now) }
  const hash = textHash(input.text)

  return transact(async (tx) => {
    const [, before, vetted, parent, answered, risks] = await Promise.all([
      lockText(hash, tx),
      findCommentByKey(keys, tx),
      vetComment(actor, unscreened, now, tx),
      input.parentId ? findComment(input.parentId, tx) : undefined,
      input.parentId ? findAnswered(input.parentId, tx) : undefined,
      whyCode(actor, input.text, now, tx),
    ])
    if (before) return done(before)
    if (!vetted.ok) return vetted
    const { article, screened } = vetted.value
    if (input.parentId && (parent?.articleId !== article.id || parent.standing !== 'visible'))
      return refuse('cannot-answer')

    if (await writesTooEarly(actor, article, sender.visitorKey, now, tx)) return refuse('too-soon')
    if (actor.id === null && (await isNameTaken(publicName.parse(input.name), null, now, tx)))
      return refuse('name-taken')

    if (risks.length > 0 && !(await redeemConfirmationCode(input.codeId, input.code, now, tx))) {
      // Where the same form was sent twice at once, the other one has used the code.
      const twin = await findCommentByKey(keys, tx)
      if (twin) return done(twin)
      return refuse(input.code ? 'wrong-code' : actor.id === null ? 'code-needed' : 'code-asked')
    }

    const id = newId()
    const comment = {
      id,
      articleId: article.id,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      depth: parent ? parent.depth + 1 : 0,
      rootNo: await rootNoFor(article.id, parent, screened.standing, tx),
      memberId: actor.id,
      guestName: actor.id === null ? publicName.parse(input.name) : null,
      guestEmail: actor.id === null ? input.email : null,
      guestKey: actor.id === null ? sender.visitorKey : null,
      text: input.text,
      textHash: hash,
      ...screened,
      visibleAt: screened.standing === 'visible' ? now : null,
      articleVersionId: article.versionId,
      postKey: keys.key,
      senderHash: sender.addressHash,
      createdAt: now,
    }
    // From its number on the article's counters are locked: what is left goes out at once, on the one connection. The
    // comment first: it locks its parent, as decisions on that one do before they touch the counters.
    const [stored] = await Promise.all([
      insertComment(comment, tx),
      screened.standing === 'visible' && show(comment, now, tx),
    ])
    if (!stored) throw new SentAtOnce()
    if (screened.standing === 'visible') await tellOfReply(comment, answered, now, tx)
    else await logHold(comment, 'new', now, tx)
    return done(stored)
  }).catch(async (error: unknown) => {
    const twin = error instanceof SentAtOnce ? await findCommentByKey(keys) : undefined
    if (!twin) throw error
    return done(twin)
  })
}

/** Rolls the number back that was taken for a comment which the same form had stored a moment before. */
class SentAtOnce extends Error {}

function findFault(actor: Actor, input: CommentInput) {
  const wrong = findTextFault(input.text)
  if (wrong || actor.id !== null) return wrong
  if (!publicName.safeParse(input.name).success) return isReserved(input.name) ? 'name-reserved' : 'name-needed'
  if (!guestEmail.safeParse(input.email).success) return 'email-needed'
}

function show(comment: { articleId: string; rootId: string; depth: number; text: string }, now: Date, tx: Tx) {
  return Promise.all([
    countVisible(comment, 1, tx),
    noteDomains(comment.text, now, tx),
    invalidate(tx, [tags.comments(comment.articleId)], 'now'),
    invalidate(tx, [tags.counts(comment.articleId)], 'soon'),
  ])
}

async function rootNoFor(
  articleId: string,
  parent: { rootNo: number | null } | undefined,
  standing: 'held' | 'visible',
  tx: Tx,
) {
  if (parent) return parent.rootNo
  return standing === 'visible' ? takeRootNo(articleId, tx) : null
}
