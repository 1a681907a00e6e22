import {
  findCommentPlace,
  findMedianWait,
  findPublicComment,
  listOwnCommentIds,
  listOwnUnseenComments,
  listSubtree,
  listThread,
} from '@/db/queries/comments'
import { findOwnArticleReaction, listOwnCommentReactions } from '@/db/queries/reactions'
import type { Actor } from '../actor'
import { newConfirmationCode } from '../confirmation/confirmation-code'
import { readDraft } from './draft'
import { deepestLevel, pageOfRoot, repliesPerRoot } from './paging'

type Asked = {
  at?: string | undefined
  reply?: string | undefined
  edit?: string | undefined
  draft?: string | undefined
  page?: number | undefined
}
type Visitor = { key: string | null; addressHash: string }

/** All that the discussion page shows one person: a page of the thread, own waiting comments and reactions, kept text. */
export async function readDiscussion(
  article: { id: string },
  actor: Actor,
  visitor: Visitor,
  asked: Asked,
  wantsCode: boolean,
) {
  const kept = asked.draft ? await readDraft(asked.draft) : undefined
  const draft = kept?.articleId === article.id ? kept : undefined
  const whose = { memberId: actor.id, guestKey: visitor.key }
  const [part, unseen, own, answered] = await Promise.all([
    readPart(article.id, asked),
    listOwnUnseenComments(article.id, whose),
    listOwnCommentIds(article.id, whose),
    findAnswered(article.id, asked.reply ?? draft?.parentId ?? undefined),
  ])
  const [ownReaction, reactions, wait, code] = await Promise.all([
    findOwnArticleReaction(article.id, whose),
    listOwnCommentReactions(
      part.comments.map((comment) => comment.id),
      whose,
    ),
    unseen.length > 0 ? findMedianWait() : null,
    wantsCode ? newConfirmationCode() : undefined,
  ])
  return {
    ...part,
    unseen,
    own,
    edited: unseen.find((comment) => comment.id === asked.edit && comment.standing === 'held'),
    answered,
    draft,
    draftToken: draft && asked.draft,
    ownReaction,
    reactions,
    wait,
    code,
  }
}

export type FoundDiscussion = Awaited<ReturnType<typeof readDiscussion>>

/** The page of the thread that was asked for, or the one with a comment, or that comment's own thread where it is too deep. */
async function readPart(articleId: string, { at, page }: Asked) {
  const place = at ? await findCommentPlace(at) : undefined
  if (at && place?.visibleAt && place.rootNo !== null) {
    if (place.depth <= deepestLevel() && place.before <= repliesPerRoot) {
      const its = pageOfRoot(place.rootNo)
      return { page: its, comments: await listThread(articleId, its), isPart: false }
    }
    const comments = await listSubtree(at)
    if (comments[0]?.articleId === articleId) return { page: 1, comments, isPart: true }
  }
  const wanted = page ?? 1
  return { page: wanted, comments: await listThread(articleId, wanted), isPart: false }
}

async function findAnswered(articleId: string, id: string | undefined) {
  const found = id ? await findPublicComment(id) : undefined
  return found?.articleId === articleId && found.standing === 'visible' ? found : undefined
}
