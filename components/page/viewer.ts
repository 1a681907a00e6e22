import { type Actor, may } from '@/domain/actor'
import { discussionPath } from '@/domain/comment/addresses'
import type { readOwnPart } from '@/domain/comment/read-own-part'
import { drawnText } from '@/domain/comment/text/drawn-text'
import { rulePath } from '@/domain/moderation/addresses'
import { env } from '@/lib/env'
import type { ViewerAnswer } from '@/lib/viewer-answer'
import { commentWords } from '@/lib/words/comment'
import { timeInZone } from '@/lib/zoned-time'
import { unseenNotice } from '../comment/unseen-notice'
import { momentText } from './moment-text'

type OwnPart = Awaited<ReturnType<typeof readOwnPart>> & { slug: string }
type Article = NonNullable<ViewerAnswer['article']>

/** What a page's script is told of the person who looks at the page, in the words of the page. */
export function viewerOf(actor: Actor, own: OwnPart | null): ViewerAnswer {
  const name = actor.id === null ? null : actor.name
  const mayHide = may(actor, 'comment.decide')
  return { name, signedInAs: name && commentWords.signedInAs(name), mayHide, article: own && articleOf(own) }
}

function articleOf({ slug, reaction, reactions, own, editable, ignored, unseen, wait }: OwnPart): Article {
  return {
    discussion: discussionPath(slug),
    reaction: signOf(reaction),
    reactions: Object.fromEntries([...reactions].map(([id, value]) => [id, signOf(value) ?? 1])),
    own: [...own],
    editable: editable.map(({ id }) => id),
    ignored,
    unseen: unseen.map((comment) => ({
      id: comment.id,
      parentId: comment.parentId,
      notice: unseenNotice(comment, wait),
      rule: ruleOf(comment.hiddenBecause),
      createdAt: timeInZone(comment.createdAt, env().timeZone),
      when: momentText(comment.createdAt),
      text: drawnText(comment.text),
    })),
  }
}

const signOf = (value: number | null) => (value === null ? null : value > 0 ? 1 : -1)

function ruleOf(reason: OwnPart['unseen'][number]['hiddenBecause']) {
  return reason && { href: rulePath(reason.code), label: commentWords.rule(reason.ruleNo, reason.label) }
}
