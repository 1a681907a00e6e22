import { parseRssFeed } from 'feedsmith'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { listFeedArticles } from '@/db/queries/wire'
import { article, section } from '@/db/schema'
import { addToEnvironment } from '@/lib/env'
import { siteFeed } from './feed'
import { anArticle, anAuthor, aPicture, aSection, aTopic, now } from './testing/an-article'
import { readXml } from './testing/read-xml'
import { wellFormedXml } from './xml'

beforeEach(async () => {
  addToEnvironment({ SITE_URL: 'https://paper.example', SITE_NAME: 'The Paper & Co' })
  await db.delete(article)
  await db.delete(section)
})

const feed = async (limit = 50) => wellFormedXml(siteFeed(await listFeedArticles(limit, now)))

test('an article is in the feed with its address, author, section, topics, summary and whole text', async () => {
  const [town, ada, harbour] = [await aSection('Town'), await anAuthor('Ada Quill'), await aTopic('Harbour')]
  const out = await anArticle({
    headline: 'Bridge <reopens> & more',
    standfirst: 'After a year.',
    text: 'First paragraph.\n\nSecond ]]> paragraph.',
    sectionId: town.id,
    authorId: ada.id,
    topicId: harbour.id,
    pictureId: (await aPicture()).id,
  })

  const read = parseRssFeed(await feed())

  expect(read).toMatchObject({
    title: 'The Paper & Co',
    link: 'https://paper.example/',
    language: 'en',
    lastBuildDate: out.publishedAt?.toUTCString(),
    atom: { links: [{ href: 'https://paper.example/feed.xml', rel: 'self' }] },
  })
  expect(read.items).toEqual([
    expect.objectContaining({
      title: 'Bridge <reopens> & more',
      link: `https://paper.example/articles/${out.slug}`,
      description: 'After a year.',
      guid: { value: `urn:uuid:${out.id}`, isPermaLink: false },
      pubDate: out.publishedAt?.toUTCString(),
      categories: [
        { name: 'Town', domain: `https://paper.example/sections/${town.slug}` },
        { name: 'Harbour', domain: `https://paper.example/topics/${harbour.slug}` },
      ],
      content: { encoded: '<p>First paragraph.</p><p>Second ]]> paragraph.</p>' },
    }),
  ])
  expect(read.items?.[0]?.dc?.creators).toEqual(['Ada Quill'])
})

test('another parser reads the same', async () => {
  const out = await anArticle({ headline: 'Ampersands & <tags>', text: 'It says ]]> and \u0001 and 😀.' })
  const xml = readXml(await feed())
  expect(xml.root).toBe('rss')
  expect(xml.texts('title')).toEqual(['The Paper & Co', 'Ampersands & <tags>'])
  expect(xml.texts('guid')).toEqual([`urn:uuid:${out.id}`])
  expect(xml.texts('content:encoded')).toEqual(['<p>It says ]]> and  and 😀.</p>'])
})

test('a paper without articles has a feed without articles', async () => {
  expect(parseRssFeed(await feed())).toMatchObject({ title: 'The Paper & Co' })
  expect(readXml(await feed()).texts('item')).toEqual([])
})

describe('what is in it', () => {
  test('only what is out, the newest first, and no more than was asked for', async () => {
    await anArticle({ headline: 'Draft', state: 'draft' })
    await anArticle({ headline: 'Tomorrow', publishedAt: new Date('2026-04-01') })
    await anArticle({ headline: 'Withdrawn', state: 'withdrawn', withdrawnAt: now, withdrawnReason: 'wrong' })
    await anArticle({ headline: 'Older', publishedAt: new Date('2026-03-01') })
    await anArticle({ headline: 'Newer', publishedAt: new Date('2026-03-02') })
    expect(
      readXml(await feed())
        .texts('title')
        .slice(1),
    ).toEqual(['Newer', 'Older'])
    expect(
      readXml(await feed(1))
        .texts('title')
        .slice(1),
    ).toEqual(['Newer'])
  })

  test('an article keeps its mark when its address changes, and says when it changed in substance', async () => {
    const out = await anArticle({ changedAt: new Date('2026-03-31T09:00:00Z') })
    const before = readXml(await feed())
    await db.update(article).set({ slug: 'elsewhere' })
    const after = readXml(await feed())
    expect(after.texts('guid')).toEqual(before.texts('guid'))
    expect(after.texts('link')).toContain('https://paper.example/articles/elsewhere')
    expect(after.texts('atom:updated')).toEqual(['2026-03-31T09:00:00.000Z'])
    expect(after.texts('pubDate')).toEqual([out.publishedAt?.toUTCString()])
  })

  test('without a standfirst it says how the article begins', async () => {
    await anArticle({ text: `${'word '.repeat(80)}end` })
    const [, description = ''] = readXml(await feed()).texts('description')
    expect(description).toMatch(/^word .*word…$/)
    expect(description.length).toBeLessThanOrEqual(201)
  })
})
