import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { article, author, section, topic } from '@/db/schema'
import { anArticle, anAuthor, aSection, aTopic, now } from '@/domain/wire/testing/an-article'
import { findAuthor, listAuthors } from './authors'
import { listDeskAuthors, listDeskSections, listDeskTopics } from './desk-choices'
import { findNextNewSection, findSection, isReadWithout, listSections } from './sections'
import { findTopic } from './topics'

beforeEach(async () => {
  await db.delete(article)
  await db.delete(section)
  await db.delete(author)
  await db.delete(topic)
})

const tomorrow = new Date('2026-04-01T12:00:00Z')
const later = new Date('2026-04-02T12:00:00Z')
const names = async (at = now) => (await listSections(at)).map((one) => one.name)

test('readers know a section by an article that is out, and the newsroom knows them all', async () => {
  const town = await aSection('town')
  await anArticle({ sectionId: town.id })
  const scandal = await aSection('scandal')
  await anArticle({ sectionId: scandal.id, state: 'draft', publishedAt: null })
  const gone = await aSection('gone')
  const { id } = await anArticle({ sectionId: gone.id })
  const withdrawal = { state: 'withdrawn' as const, withdrawnAt: now, withdrawnReason: 'It was wrong.' }
  await db.update(article).set(withdrawal).where(eq(article.id, id))
  const empty = await aSection('empty')

  expect(await names()).toEqual(['town'])
  expect(await findSection(town.slug, now)).toMatchObject({ id: town.id })
  for (const { slug } of [scandal, gone, empty]) expect(await findSection(slug, now)).toBeUndefined()
  expect((await listDeskSections()).map((one) => one.name).toSorted()).toEqual(['empty', 'gone', 'scandal', 'town'])
})

test('a section comes to readers at the second of its first article', async () => {
  const [town, sea] = [await aSection('town'), await aSection('sea')]
  await anArticle({ sectionId: town.id })
  await anArticle({ sectionId: town.id, publishedAt: tomorrow })
  expect(await findNextNewSection(now)).toBeNull()
  await anArticle({ sectionId: sea.id, publishedAt: later })

  expect(await findNextNewSection(now)).toEqual(later)
  expect(await names(new Date(later.getTime() - 1))).toEqual(['town'])
  expect((await names(later)).toSorted()).toEqual(['sea', 'town'])
  expect(await findSection(sea.slug, later)).toMatchObject({ id: sea.id })
})

test('an article is the one that its section is known by, or one of several', async () => {
  const sectionId = (await aSection()).id
  const { id } = await anArticle({ sectionId })
  await anArticle({ sectionId, publishedAt: later })
  expect(await isReadWithout(id, sectionId, now)).toBe(false)
  await anArticle({ sectionId })
  expect(await isReadWithout(id, sectionId, now)).toBe(true)
})

test('authors and topics of drafts are unknown to readers, and can be chosen at the desk', async () => {
  const [known, secret] = [await anAuthor('ada'), await anAuthor('whistle')]
  const [open, hidden] = [await aTopic('harbour'), await aTopic('arrest')]
  await anArticle({ authorId: known.id, topicId: open.id })
  await anArticle({ authorId: secret.id, topicId: hidden.id, state: 'draft', publishedAt: null })

  expect((await listAuthors(now)).map((one) => one.name)).toEqual(['ada'])
  expect(await findAuthor(known.slug, now)).toMatchObject({ id: known.id })
  expect(await findTopic(open.slug, now)).toMatchObject({ id: open.id })
  expect(await findAuthor(secret.slug, now)).toBeUndefined()
  expect(await findTopic(hidden.slug, now)).toBeUndefined()
  expect(await listDeskAuthors()).toHaveLength(2)
  expect(await listDeskTopics(10)).toHaveLength(2)
})
