import { isDeepStrictEqual } from 'node:util'
import { TransactionRollbackError } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { invalidate, transact } from '@/db/invalidate'
import {
  type ArticleToChange,
  findArticleToChange,
  findLatestVersion,
  insertArticle,
  insertVersion,
  type LatestVersion,
  setAuthors,
  setTopics,
  updateArticle,
} from '@/db/queries/article-changes'
import { insertOldSlug, takeSlug } from '@/db/queries/article-slugs'
import { hasAuthors, hasSection } from '@/db/queries/desk-articles'
import { findPicture } from '@/db/queries/media'
import { takeAuthors, takeSection, takeTopics } from '@/db/queries/named-on-demand'
import { type Actor, type MemberActor, may } from '../actor'
import { done, refuse } from '../outcome'
import type { ArticleInput, ArticleText } from './article-input'
import { articleTags } from './article-tags'
import { plainTextFromBody } from './body/to-plain-text'
import { wasEverOut } from './when-out'

/**
 * Saves an article as its next version; readers are shown it when it is published. Section, topics, authors, address
 * and the state of its comments are the article's own: they hold from now on. Saving what is saved already changes
 * nothing, and who edited an older version than the latest is refused.
 */
export async function saveArticle(actor: Actor, input: ArticleInput, now = new Date()) {
  if (!may(actor, 'article.write') || actor.id === null) return refuse('not-allowed')
  if (input.text.headline === '') return refuse('no-headline')
  if (!input.section) return refuse('no-section')
  const { section } = input

  let outcome: Awaited<ReturnType<typeof save>> | undefined
  try {
    return await transact(async (tx) => {
      outcome = await save(actor, input, section, now, tx)
      return outcome.ok ? outcome : tx.rollback()
    })
  } catch (error) {
    if (error instanceof TransactionRollbackError && outcome) return outcome
    throw error
  }
}

type Section = NonNullable<ArticleInput['section']>

/** Where it refuses, it may have written before: a draft and its section. */
async function save(actor: MemberActor, input: ArticleInput, section: Section, now: Date, tx: Tx) {
  const missing = await findMissing(input, tx)
  if (missing) return refuse(missing)
  if (input.basedOn === 0) await insertDraft(input, section, now, tx)
  const before = await findArticleToChange(input.articleId, tx)
  if (!before) return refuse('no-such-article')

  const latest = await findLatestVersion(before.id, tx)
  const isSaved = latest !== undefined && isSame(latest, input.text)
  const isOwnRepetition = isSaved && latest.no === input.basedOn + 1 && latest.savedBy === actor.id
  if ((latest?.no ?? 0) !== input.basedOn && !isOwnRepetition) return refuse('saved-meanwhile')
  if (before.state === 'published' && !may(actor, 'article.publish')) return refuse('not-allowed')

  await place(before, input, section, now, tx)
  const no = isSaved ? latest.no : (latest?.no ?? 0) + 1
  if (!isSaved) await addVersion(before.id, no, input.text, actor, now, tx)
  return done({ id: before.id, no })
}

async function findMissing({ section, authorIds, text }: ArticleInput, tx: Tx) {
  if (section && 'id' in section && !(await hasSection(section.id, tx))) return 'no-such-section'
  if (!(await hasAuthors(authorIds, tx))) return 'no-such-author'
  if (text.pictureId && !(await findPicture(text.pictureId, tx))) return 'no-such-picture'
}

/** Sent twice, the second one finds the first one's row. */
async function insertDraft({ articleId, slug, text }: ArticleInput, section: Section, now: Date, tx: Tx) {
  const sectionId = await idOfSection(section, tx)
  const values = {
    id: articleId,
    slug: await takeSlug(slug || text.headline, articleId, tx),
    sectionId,
    createdAt: now,
  }
  await insertArticle({ ...values, language: text.language }, tx)
}

const idOfSection = async (section: Section, tx: Tx) => ('id' in section ? section.id : takeSection(section.name, tx))

function isSame(latest: LatestVersion, text: ArticleText) {
  const { id: _id, no: _no, savedBy: _savedBy, ...saved } = latest
  return isDeepStrictEqual(saved, text)
}

async function place(before: ArticleToChange, input: ArticleInput, section: Section, now: Date, tx: Tx) {
  const tagsBefore = await articleTags(before, tx)
  const sectionId = await idOfSection(section, tx)
  const slug = await slugFor(before, input, now, tx)
  if (slug !== before.slug && wasEverOut(before, now))
    await insertOldSlug(before.id, { from: before.slug, to: slug }, tx)
  await updateArticle(before.id, { sectionId, slug, commentsOpen: input.commentsOpen }, tx)
  await setAuthors(before.id, [...new Set([...input.authorIds, ...(await takeAuthors(input.newAuthors, tx))])], tx)
  await setTopics(before.id, await takeTopics(input.topics, tx), tx)

  const tagsAfter = await articleTags({ ...before, slug, sectionId }, tx)
  const isUnmoved = isDeepStrictEqual(tagsBefore, tagsAfter) && before.commentsOpen === input.commentsOpen
  if (before.publishedAt && !isUnmoved) await invalidate(tx, [...tagsBefore, ...tagsAfter], 'now')
}

/** Until readers have seen it, the address goes with the headline. */
async function slugFor(before: ArticleToChange, { slug, text }: ArticleInput, now: Date, tx: Tx) {
  if (slug !== '') return takeSlug(slug, before.id, tx)
  return wasEverOut(before, now) ? before.slug : takeSlug(text.headline, before.id, tx)
}

async function addVersion(articleId: string, no: number, text: ArticleText, actor: MemberActor, now: Date, tx: Tx) {
  const bodyText = plainTextFromBody(text.body)
  await insertVersion({ articleId, no, ...text, bodyText, savedBy: actor.id, createdAt: now }, tx)
}
