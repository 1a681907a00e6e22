import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { cacheInvalidation } from '@/db/schema'
import { aMember, anArticle, aSection } from '@/db/testing/a-paper'
import { scheduleArticle } from '@/domain/article/publish-article'
import { aDraft, aText } from '@/domain/article/testing/a-draft'
import { shareNodes } from './testing/node'
import { numberOf } from './testing/numbers'
import { createVisitor, type Visitor } from './testing/visitor'

const node = shareNodes(2)

/** Longer than it takes to draw everything on both nodes. */
const ahead = 8000

/** Everywhere that an article is to appear, with what tells that it is there. */
function placesOf(slug: string, section: string, at: Date) {
  const [year, month] = at.toISOString().split('-')
  const headline = 'Regatta begins'
  return {
    '/': headline,
    [`/articles/${slug}`]: headline,
    [`/sections/${section}`]: headline,
    '/topics/regattas': headline,
    '/authors/ida-quayle': headline,
    [`/archive/${year}/${month}`]: headline,
    '/feed.xml': headline,
    [`/sitemaps/${year}-${month}.xml`]: slug,
    '/sitemaps/topics.xml': 'regattas',
  }
}

test('a scheduled article appears at its second everywhere, on every node, and nobody does anything for it', async () => {
  const section = await aSection()
  await anArticle({ headline: 'Regatta planned', sectionId: section.id })
  const editor = await aMember({ rank: 'editor' })
  const { articleId } = await aDraft(editor, {
    slug: 'regatta-begins',
    section: { id: section.id },
    topics: ['Regattas'],
    newAuthors: ['Ida Quayle'],
    text: aText({ headline: 'Regatta begins' }),
  })
  const at = new Date(Date.now() + ahead)
  expect(await scheduleArticle(editor, { articleId, versionNo: 1, at, isMinor: false })).toMatchObject({ ok: true })
  const places = Object.entries(placesOf('regatta-begins', section.slug, at))
  const readers = [createVisitor(node(0)), createVisitor(node(1))]
  const invalidations = await db.$count(cacheInvalidation)
  // The nodes hear of the schedule.
  await pause(500)

  const isThere = async (reader: Visitor, [path, sign]: [string, string]) => {
    const { status, text } = await reader.read(path)
    return status === 200 && text.includes(sign)
  }
  const everywhere = () =>
    Promise.all(readers.flatMap((reader) => places.map(async (place) => [place[0], await isThere(reader, place)])))
  const all = (there: boolean) => readers.flatMap(() => places.map(([path]) => [path, there]))
  // Stored, and served from the store until the last moment.
  expect(await everywhere()).toEqual(all(false))
  const draws = () => numberOf(node(0), 'courant_page_answers', { store: 'pages', from: 'draws' })
  const drawn = await draws()
  await pause(at.getTime() - Date.now() - 1000)
  const before = await everywhere()
  expect(Date.now()).toBeLessThan(at.getTime())
  expect([before, await draws()]).toEqual([all(false), drawn])

  await pause(at.getTime() - Date.now())
  expect(await everywhere()).toEqual(all(true))
  expect(await db.$count(cacheInvalidation)).toBe(invalidations)
})
