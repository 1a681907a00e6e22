import {
  findMedianWait,
  findPublicComment,
  listOwnAmong,
  listOwnUnseenComments,
  type PublicComment,
} from '@/db/queries/comments'
import { listIgnoredAmong } from '@/db/queries/ignored-members'
import { findThreadOrder } from '@/db/queries/members'
import { findOwnArticleReaction, listOwnCommentReactions } from '@/db/queries/reactions'
import { listOwnSanctions } from '@/db/queries/sanctions'
import { findCommentPlace, listAncestors, listSubtree, listThread } from '@/db/queries/threads'
import type { Actor } from '../actor'
import { newConfirmationCode } from '../confirmation/confirmation-code'
import { drawnAt } from '../screening/drawn-at'
import { isOnPage } from './addresses'
import { readDraft } from './draft'
import { type From, readNewComments } from './new-comments'
import { pageOfRoot, rootsPerPage } from './paging'
import { readOwnComments } from './read-own-comments'
import { secondsToWait } from './slow-mode'
import { quoteComment } from './text/quote-comment'
import type { ThreadOrder } from './thread-order'

type Asked = {
  at?: string | undefined
  reply?: string | undefined
  /** Whether the answer begins with a quote of what it answers. */
  quote?: 1 | undefined
  edit?: string | undefined
  draft?: string | undefined
  page?: number | undefined
  order?: ThreadOrder | undefined
}
/** `order` is what a browser without an account chose. */
type Visitor = { key: string | null; addressHash: string; order?: ThreadOrder | undefined }

/** All that the discussion page shows one person: a page of the thread, own waiting comments and reactions, kept text. */
export async function readDiscussion(
  article: { id: string; commentsOpen: boolean; secondsBetween: number },
  actor: Actor,
  visitor: Visitor,
  asked: Asked,
  wantsCode: boolean,
) {
  const kept = asked.draft ? await readDraft(asked.draft) : undefined
  const draft = kept?.articleId === article.id ? kept : undefined
  const whose = { memberId: actor.id, guestKey: visitor.key }
  const [part, unseen, mine, answered, fresh] = await Promise.all([
    findOrder(asked.order, actor.id, visitor).then((order) => readPart(article.id, asked, order)),
    listOwnUnseenComments(article.id, whose),
    readOwnComments(article, whose),
    findAnswered(article.id, asked.reply ?? draft?.parentId ?? undefined),
    readNewComments(actor.id, article.id),
  ])
  const drawn = part.comments.map(({ id }) => id)
  const [own, ignored, ownReaction, reactions, wait, code, sanctions, tooSoonFor] = await Promise.all([
    listOwnAmong(drawn, whose),
    listIgnoredAmong([...drawn, ...part.above.map(({ id }) => id)], actor.id),
    findOwnArticleReaction(article.id, whose),
    listOwnCommentReactions(drawn, whose),
    unseen.length > 0 ? findMedianWait() : null,
    wantsCode ? newConfirmationCode() : undefined,
    actor.id ? listOwnSanctions(actor.id, article.id) : [],
    secondsToWait(actor, article, visitor.key, new Date()),
  ])
  return {
    ...part,
    unseen,
    own,
    ignored,
    fresh,
    edited: mine.editable.find((comment) => comment.id === asked.edit),
    editable: new Set(mine.editable.map((comment) => comment.id)),
    undeletable: mine.undeletable,
    versions: mine.versions,
    answered,
    quote: asked.quote && answered ? quoteComment(answered) : '',
    draft,
    draftToken: draft && asked.draft,
    // A form that comes back with its text was written before.
    drawn: draft ? undefined : drawnAt(),
    ownReaction,
    reactions,
    wait,
    /** Seconds until this person may write here again. */
    tooSoonFor,
    code,
    sanctions,
  }
}

export type FoundDiscussion = Awaited<ReturnType<typeof readDiscussion>>

type Part = { page: number; order: ThreadOrder; comments: PublicComment[]; above: PublicComment[]; isPart: boolean }

/** The page that was asked for, or the one with a comment, or that comment's own thread where its page leaves it out. */
async function readPart(
  articleId: string,
  { at, page = 1 }: Asked,
  order: ThreadOrder,
): Promise<Part & { from: From }> {
  const place = at ? await findCommentPlace(at) : undefined
  if (!place || place.articleId !== articleId || !place.visibleAt || place.rootNo === null) {
    const from = { rootNo: order === 'oldest' ? (page - 1) * rootsPerPage + 1 : 0 }
    return { page, order, comments: await listThread(articleId, page, order), above: [], isPart: false, from }
  }
  if (isOnPage(place)) {
    const its = pageOfRoot(place.rootNo)
    return {
      page: its,
      order: 'oldest',
      comments: await listThread(articleId, its),
      above: [],
      isPart: false,
      from: place,
    }
  }
  const above = place.parentId ? await listAncestors(place.parentId) : []
  return { page: 1, order: 'oldest', comments: await listSubtree(place.id), above, isPart: true, from: place }
}

/** The one that was asked for, else the one that was chosen before. */
async function findOrder(asked: ThreadOrder | undefined, memberId: string | null, visitor: Visitor) {
  return asked ?? (memberId ? await findThreadOrder(memberId) : visitor.order) ?? 'oldest'
}

async function findAnswered(articleId: string, id: string | undefined) {
  const found = id ? await findPublicComment(id) : undefined
  return found?.articleId === articleId && found.standing === 'visible' ? found : undefined
}
