import { and, asc, eq, exists, gt, min, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db } from '../client'
import { article, section } from '../schema'
import { isOut } from './articles'

const columns = { id: section.id, slug: section.slug, name: section.name, description: section.description }

/** A section that was made for a draft stays as unknown as that. */
const isRead = (now: Date, on: Db) => exists(outIn(now, on))

const outIn = (now: Date, on: Db) =>
  on
    .select({ one: sql`1` })
    .from(article)
    .where(and(isOut(now), eq(article.sectionId, section.id)))

/** The sections that have an article which is out, in the order of the masthead. */
export async function listSections(now = new Date(), on: Db = db) {
  return on
    .select(columns)
    .from(section)
    .where(isRead(now, on))
    .orderBy(asc(section.position), asc(section.slug))
    .limit(50)
}

export type Section = Awaited<ReturnType<typeof listSections>>[number]

/** Whether there is a section at all, known to readers or not. */
export async function hasSection(id: string, on: Db = db) {
  const [found] = await on.select({ id: section.id }).from(section).where(eq(section.id, id)).limit(1)
  return found !== undefined
}

/** The section, if an article of it is out. */
export async function findSection(slug: string, now = new Date(), on: Db = db) {
  const [found] = await on
    .select(columns)
    .from(section)
    .where(and(eq(section.slug, slug), isRead(now, on)))
    .limit(1)
  return found
}

/** When a scheduled article brings the next section to readers; none where none does. */
export async function findNextNewSection(now = new Date(), on: Db = db) {
  const scheduled = alias(article, 'scheduled')
  const [row] = await on
    .select({ at: min(scheduled.publishedAt) })
    .from(scheduled)
    .innerJoin(section, eq(section.id, scheduled.sectionId))
    .where(and(eq(scheduled.state, 'published'), gt(scheduled.publishedAt, now), notExists(outIn(now, on))))
  return row?.at ?? null
}

/** Whether readers know a section by other articles than this one. */
export async function isReadWithout(articleId: string, sectionId: string, now = new Date(), on: Db = db) {
  const [other] = await on
    .select({ id: article.id })
    .from(article)
    .where(and(isOut(now), eq(article.sectionId, sectionId), sql`${article.id} <> ${articleId}`))
    .limit(1)
  return other !== undefined
}
