import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import {
  findWhatIsNamed,
  listSitemapArticles,
  listSitemapAuthors,
  listSitemapMonths,
  listSitemapSections,
  listSitemapTopics,
  mostAddresses,
} from '@/db/queries/wire'
import { article, articleCount, section } from '@/db/schema'
import { addToEnvironment } from '@/lib/env'
import { readSitemapName, sitemap, sitemapIndex } from './sitemap'
import { anArticle, anAuthor, aSection, aTopic, now } from './testing/an-article'
import { readXml } from './testing/read-xml'

const march = { from: new Date('2026-03-01'), before: new Date('2026-04-01') }
const whole = { limit: mostAddresses, offset: 0 }

beforeEach(async () => {
  addToEnvironment({ SITE_URL: 'https://paper.example' })
  await db.delete(article)
  await db.delete(section)
})

test('a map names whole addresses and when each last changed', () => {
  const xml = readXml(
    sitemap([
      { path: '/articles/bridge', changedAt: new Date('2026-03-01T08:00:00Z') },
      { path: '/articles/ü&b', changedAt: null },
    ]),
  )
  expect(xml.root).toBe('urlset')
  expect(xml.texts('loc')).toEqual(['https://paper.example/articles/bridge', 'https://paper.example/articles/%C3%BC&b'])
  expect(xml.texts('lastmod')).toEqual(['2026-03-01T08:00:00.000Z'])
})

test('the index names a map for each month, and more than one where a month has too many', () => {
  const months = [
    { month: '2026-03', articles: mostAddresses * 2 + 1, changedAt: now },
    { month: '2026-02', articles: mostAddresses, changedAt: new Date('2026-02-28') },
  ]
  const xml = readXml(sitemapIndex({ months, hasTopics: true, hasAuthors: false }))
  expect(xml.root).toBe('sitemapindex')
  expect(xml.texts('loc')).toEqual(
    ['pages', 'topics', '2026-03', '2026-03-2', '2026-03-3', '2026-02'].map(
      (name) => `https://paper.example/sitemaps/${name}.xml`,
    ),
  )
  expect(xml.texts('lastmod').at(-1)).toBe('2026-02-28T00:00:00.000Z')
})

test.each([
  ['pages.xml', { of: 'pages' }],
  ['authors.xml', { of: 'authors' }],
  ['2026-03.xml', { of: 'month', month: '2026-03', part: 1 }],
  ['2026-03-12.xml', { of: 'month', month: '2026-03', part: 12 }],
])('%s is the name of a map', (file, name) => expect(readSitemapName(file)).toEqual(name))

test.each([
  '2026-13.xml',
  '2026-03-1.xml',
  '2026-03-02.xml',
  '2026-03',
  'x.xml',
  '.xml',
  '../2026-03.xml',
  '2026-03-99999.xml',
])('%s is not', (file) => expect(readSitemapName(file)).toBeUndefined())

test('only what is out is on a map, in the order of publication, within its month', async () => {
  await anArticle({ state: 'draft' })
  await anArticle({ publishedAt: new Date('2026-03-31T23:00:00Z') })
  await anArticle({ state: 'withdrawn', withdrawnAt: now, withdrawnReason: 'wrong' })
  await anArticle({ slug: 'february', publishedAt: new Date('2026-02-28T23:59:59Z') })
  await anArticle({ slug: 'second', publishedAt: new Date('2026-03-02') })
  await anArticle({ slug: 'first', publishedAt: new Date('2026-03-01') })
  const slugs = async (page: typeof whole) => (await listSitemapArticles(march, page, now)).map(({ slug }) => slug)
  expect(await slugs(whole)).toEqual(['first', 'second'])
  expect(await slugs({ limit: 1, offset: 1 })).toEqual(['second'])
  expect(await listSitemapMonths(now)).toEqual([
    { month: '2026-03', articles: 2, changedAt: new Date('2026-03-02') },
    { month: '2026-02', articles: 1, changedAt: new Date('2026-02-28T23:59:59Z') },
  ])
})

test('a change in substance moves the date of an article and of its lists, a comment moves nothing', async () => {
  const [town, ada, harbour] = [await aSection(), await anAuthor(), await aTopic()]
  const out = await anArticle({ sectionId: town.id, authorId: ada.id, topicId: harbour.id })
  const dates = async () => [
    (await listSitemapArticles(march, whole, now)).map(({ changedAt }) => changedAt),
    (await listSitemapSections(now)).map(({ changedAt }) => changedAt),
    (await listSitemapTopics(10, now)).map(({ changedAt }) => changedAt),
    (await listSitemapAuthors(10, now)).map(({ changedAt }) => changedAt),
  ]
  const before = await dates()
  expect(before).toEqual([[out.publishedAt], [out.publishedAt], [out.publishedAt], [out.publishedAt]])

  await db.update(articleCount).set({ comments: 7 })
  expect(await dates()).toEqual(before)

  await db.update(article).set({ changedAt: now })
  expect(await dates()).toEqual([[now], [now], [now], [now]])
})

test('sections, topics and authors without anything that is out are on no map', async () => {
  const [town, ada, harbour] = [await aSection(), await anAuthor(), await aTopic()]
  const draft = await anArticle({ sectionId: town.id, authorId: ada.id, topicId: harbour.id, state: 'draft' })
  expect(await listSitemapSections(now)).toEqual([])
  expect(await listSitemapTopics(10, now)).toEqual([])
  expect(await listSitemapAuthors(10, now)).toEqual([])
  expect(await findWhatIsNamed(now)).toEqual({ hasTopics: false, hasAuthors: false })

  await db.update(article).set({ state: 'published' })
  expect(await findWhatIsNamed(now)).toEqual({ hasTopics: true, hasAuthors: true })
  expect((await listSitemapTopics(10, now)).map(({ slug }) => slug)).toEqual([harbour.slug])
  expect(draft.slug).toBeDefined()
})
