import { z } from 'zod'
import type { Tx } from '@/db/client'
import { invalidate, transact } from '@/db/invalidate'
import {
  type ArticleToChange,
  findArticleToChange,
  findLatestVersion,
  type LatestVersion,
  updateArticle,
  updateShownVersion,
} from '@/db/queries/article-changes'
import { insertDecision } from '@/db/queries/decisions'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'
import { articleTags } from './article-tags'
import { wasEverOut } from './when-out'

const toPublish = z.object({
  articleId: z.uuid(),
  /** The number of the version that was looked at; only the latest can be published. */
  versionNo: z.coerce.number().int().positive(),
  /** It corrects spelling or the like: no date moves. */
  isMinor: z.boolean().default(false),
})

export const publishInput = toPublish
export const scheduleInput = toPublish.extend({ at: z.date() })

/**
 * Shows readers the latest version now. Of an article that they could read before the date of publication stays; the
 * date of its change moves, unless the change is a minor one. Publishing what is shown already changes nothing.
 */
export async function publishArticle(actor: Actor, input: z.infer<typeof publishInput>, now = new Date()) {
  if (!may(actor, 'article.publish') || actor.id === null) return refuse('not-allowed')
  return transact(async (tx) => {
    const found = await findReady(input, tx)
    if (!found.ok) return found
    const { article, version } = found.value
    const isRepublished = wasEverOut(article, now)
    if (isRepublished && article.state === 'published' && article.versionId === version.id)
      return done({ slug: article.slug })

    const changedAt = isRepublished && article.versionId !== version.id && !input.isMinor ? now : article.changedAt
    const publishedAt = (isRepublished && article.publishedAt) || now
    await show(
      actor,
      'publish-article',
      { article, version, publishedAt, changedAt, shownFrom: now, isMinor: input.isMinor },
      now,
      tx,
    )
    return done({ slug: article.slug })
  })
}

/** Lets an article come out by itself at a later time. Until then it looks as if there were none. */
export async function scheduleArticle(actor: Actor, input: z.infer<typeof scheduleInput>, now = new Date()) {
  if (!may(actor, 'article.publish') || actor.id === null) return refuse('not-allowed')
  return transact(async (tx) => {
    const found = await findReady(input, tx)
    if (!found.ok) return found
    const { article, version } = found.value
    if (wasEverOut(article, now)) return refuse('was-out')
    if (input.at <= now) return refuse('time-past')

    const times = { publishedAt: input.at, changedAt: null, shownFrom: input.at, isMinor: false }
    await show(actor, 'schedule-article', { article, version, ...times }, now, tx)
    return done({ slug: article.slug })
  })
}

async function findReady({ articleId, versionNo }: { articleId: string; versionNo: number }, tx: Tx) {
  const article = await findArticleToChange(articleId, tx)
  const version = article && (await findLatestVersion(article.id, tx))
  if (!article || !version) return refuse('no-such-article')
  if (version.no !== versionNo) return refuse('saved-meanwhile')
  if (version.headline.trim() === '') return refuse('no-headline')
  if (version.body.blocks.length === 0) return refuse('no-body')
  return done({ article, version })
}

type Shown = {
  article: ArticleToChange
  version: LatestVersion
  publishedAt: Date
  changedAt: Date | null
  shownFrom: Date
  isMinor: boolean
}

async function show(actor: MemberActor, kind: 'publish-article' | 'schedule-article', shown: Shown, now: Date, tx: Tx) {
  const { article, version, publishedAt, changedAt, shownFrom, isMinor } = shown
  const tagsBefore = await articleTags(article, tx)
  const after = {
    state: 'published' as const,
    versionId: version.id,
    language: version.language,
    publishedAt,
    changedAt,
  }
  await updateArticle(article.id, { ...after, withdrawnAt: null, withdrawnReason: null }, tx)
  await updateShownVersion(
    { articleId: article.id, versionId: version.id, at: shownFrom, isSubstantive: !isMinor },
    now,
    tx,
  )
  await insertDecision(
    {
      kind,
      articleId: article.id,
      actorId: actor.id,
      actorRank: actor.rank,
      before: { state: article.state, versionId: article.versionId, publishedAt: article.publishedAt },
      after: { state: 'published', versionId: version.id, versionNo: version.no, publishedAt, isMinor },
      createdAt: now,
    },
    tx,
  )
  await invalidate(tx, [...tagsBefore, ...(await articleTags({ ...article, publishedAt }, tx))], 'now')
}
