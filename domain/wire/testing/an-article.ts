import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import {
  article,
  articleAuthor,
  articleCount,
  articleTopic,
  articleVersion,
  author,
  media,
  section,
  topic,
} from '@/db/schema'
import type { Body } from '@/domain/article/body/body'
import { newId } from '@/lib/new-id'

type Values = Partial<typeof article.$inferInsert> &
  Partial<Pick<typeof articleVersion.$inferInsert, 'headline' | 'standfirst' | 'pictureId'>> & {
    text?: string
    authorId?: string
    topicId?: string
  }

/** The moment that tests of search and wire call now. */
export const now = new Date('2026-03-31T12:00:00Z')

/** An article that is out since a day before `now`, unless it is asked to be something else. */
export async function anArticle({
  headline = 'A headline',
  standfirst = '',
  text = 'Some words.',
  pictureId,
  authorId,
  topicId,
  ...values
}: Values = {}) {
  const [id, versionId] = [newId(), newId()]
  const publishedAt = values.publishedAt === undefined ? new Date('2026-03-30T12:00:00Z') : values.publishedAt
  const row = {
    id,
    slug: `article-${id}`,
    sectionId: values.sectionId ?? (await aSection()).id,
    ...values,
    publishedAt,
  }
  await db.insert(article).values({ ...row, state: 'draft' })
  await db.insert(articleVersion).values({
    id: versionId,
    articleId: id,
    no: 1,
    language: values.language,
    headline,
    standfirst,
    body: bodyOf(text),
    bodyText: text,
    pictureId,
    effectiveAt: publishedAt,
  })
  await db.insert(articleCount).values({ articleId: id })
  if (authorId) await db.insert(articleAuthor).values({ articleId: id, authorId })
  if (topicId) await db.insert(articleTopic).values({ articleId: id, topicId })
  await db
    .update(article)
    .set({ state: values.state ?? 'published', versionId })
    .where(eq(article.id, id))
  return { ...row, versionId, headline }
}

const bodyOf = (text: string): Body => ({
  version: 1,
  blocks: text
    .split('\n\n')
    .map((paragraph, place) => ({ type: 'paragraph', id: `p${place}`, content: [{ type: 'text', text: paragraph }] })),
})

export async function aSection(name = 'Town') {
  const row = { id: newId(), slug: `section-${newId()}`, name }
  await db.insert(section).values(row)
  return row
}

export async function anAuthor(name = 'Ada Quill') {
  const row = { id: newId(), slug: `author-${newId()}`, name }
  await db.insert(author).values(row)
  return row
}

export async function aTopic(name = 'Harbour') {
  const row = { id: newId(), slug: `topic-${newId()}`, name }
  await db.insert(topic).values(row)
  return row
}

export async function aPicture({ width = 2400, height = 1600 } = {}) {
  const row = { id: newId(), alt: 'The bridge', credit: 'Ada Quill', width, height, hash: newId() }
  await db.insert(media).values(row)
  return row
}
