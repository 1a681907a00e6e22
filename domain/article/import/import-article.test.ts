import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle, listAuthorsOf, listTopicsOf } from '@/db/queries/articles'
import { findDeskArticle, listVersions } from '@/db/queries/desk-articles'
import { article, author, cacheInvalidation, section } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { saveArticle } from '../save-article'
import { aText } from '../testing/a-draft'
import { withdrawArticle } from '../withdraw-article'
import { importArticle } from './import-article'
import { readImportLine } from './import-line'

const editor = await aMember({ rank: 'editor' })
let made = 0

function aLine(wish: Record<string, unknown> = {}) {
  made += 1
  const line = {
    id: `wn-${made}`,
    source: 'Wikinews',
    headline: `Imported story ${made}`,
    byline: ['Wikinews contributors'],
    publishedAt: '2019-01-04T00:00:00Z',
    url: `https://en.wikinews.org/wiki/${made}`,
    licence: 'CC-BY-2.5',
    body: 'One paragraph.\n\nAnother one.',
    ...wish,
  }
  const read = readImportLine(JSON.stringify(line))
  if (!read.ok) throw new Error(read.fault)
  return read.value
}

const rowOf = async (key: string) => (await db.select().from(article).where(eq(article.sourceKey, key)))[0]

test('an article from elsewhere is out at once, with where it came from', async () => {
  const line = aLine({ headline: 'Building falls', tags: ['Russia', 'Accidents'], section: null })
  expect(await importArticle('command-line', line, 'World')).toEqual({ ok: true, value: 'imported' })

  const found = await findArticle('building-falls')
  expect(found).toMatchObject({
    sectionName: 'World',
    source: 'Wikinews',
    sourceUrl: line.url,
    licence: 'CC-BY-2.5',
    standfirst: '',
    publishedAt: new Date('2019-01-04T00:00:00Z'),
    changedAt: null,
    comments: 0,
  })
  expect(found?.body.blocks).toHaveLength(2)
  expect((await listAuthorsOf(found?.id ?? '')).map((one) => one.slug)).toEqual(['wikinews-contributors'])
  expect((await listTopicsOf(found?.id ?? '')).map((one) => one.slug)).toEqual(['russia', 'accidents'])
  expect(await rowOf(line.id)).toMatchObject({ batch: 'import' })
  expect((await db.select().from(author))[0]).toMatchObject({ batch: 'import' })
})

test('a line’s own section goes before the one that is given', async () => {
  await importArticle('command-line', aLine({ headline: 'Own section', section: 'Science & Space' }), 'World')
  expect(await findArticle('own-section')).toMatchObject({ sectionSlug: 'science-and-space' })
  expect(await db.$count(section, eq(section.slug, 'science-and-space'))).toBe(1)
})

test('the same line a second time changes nothing and tells no cache', async () => {
  const line = aLine()
  await importArticle('command-line', line, 'World')
  const told = await db.$count(cacheInvalidation)
  expect(await importArticle('command-line', line, 'Elsewhere')).toEqual({ ok: true, value: 'unchanged' })
  expect(await db.$count(cacheInvalidation)).toBe(told)
  expect(await db.$count(article, eq(article.sourceKey, line.id))).toBe(1)
})

test('two imports of one line at once store one article', async () => {
  const line = aLine()
  const outcomes = await Promise.all([
    importArticle('command-line', line, 'World'),
    importArticle('command-line', line, 'World'),
  ])
  expect(outcomes.map((outcome) => outcome.ok && outcome.value).toSorted()).toEqual(['imported', 'unchanged'])
})

test('what the source changed is a new version, its address and date stay', async () => {
  const line = aLine({ headline: 'Seven dead' })
  await importArticle('command-line', line, 'World')
  const changed = aLine({ ...line, lang: 'en', headline: 'Nine dead', body: 'Now nine.' })
  expect(await importArticle('command-line', changed, 'World')).toEqual({ ok: true, value: 'changed' })
  const found = await findArticle('seven-dead')
  expect(found).toMatchObject({
    headline: 'Nine dead',
    publishedAt: line.publishedAt,
    versionNo: 2,
    changedAt: expect.any(Date),
  })
})

test('a corrected date or licence alone makes no version', async () => {
  const line = aLine({ headline: 'Wrong day' })
  await importArticle('command-line', line, 'World')
  const moved = { ...line, publishedAt: new Date('2019-02-04T00:00:00Z') }
  expect(await importArticle('command-line', moved, 'World')).toEqual({ ok: true, value: 'changed' })
  expect(await findArticle('wrong-day')).toMatchObject({
    publishedAt: moved.publishedAt,
    versionNo: 1,
    changedAt: null,
  })
})

test('what the newsroom edited or withdrew is not written over', async () => {
  const [edited, gone] = [aLine({ headline: 'Edited here' }), aLine({ headline: 'Gone here' })]
  for (const line of [edited, gone]) await importArticle('command-line', line, 'World')
  const { id = '', sectionId = '' } = (await rowOf(edited.id)) ?? {}
  const form = {
    articleId: id,
    basedOn: 1,
    section: { id: sectionId },
    topics: [],
    authorIds: [],
    newAuthors: [],
    slug: '',
    commentsOpen: true,
  }
  await saveArticle(editor, { ...form, text: aText({ headline: 'Edited by us' }) })
  await withdrawArticle(editor, { articleId: (await rowOf(gone.id))?.id ?? '', reason: 'Not ours' })

  expect(await importArticle('command-line', edited, 'World')).toEqual({ ok: true, value: 'unchanged' })
  expect(await importArticle('command-line', { ...edited, headline: 'From there' }, 'World')).toEqual({
    ok: false,
    refusal: 'edited-here',
  })
  expect(await importArticle('command-line', { ...gone, headline: 'From there' }, 'World')).toEqual({
    ok: false,
    refusal: 'withdrawn-here',
  })
  expect(await findDeskArticle(id)).toMatchObject({ headline: 'Edited by us' })
  expect(await listVersions(id, 9)).toHaveLength(2)
})

test.each([
  ['not json at all', 'is not JSON'],
  ['[1]', 'is not an object'],
  ['{"source":"A"}', 'id is missing'],
  [{ headline: '  ' }, 'headline is empty'],
  [{ headline: 'x'.repeat(301) }, 'headline is longer than 300 characters'],
  [{ publishedAt: 'yesterday' }, 'publishedAt is not a date and time such as 2020-05-31T12:00:00Z'],
  [{ url: 'javascript:alert(1)' }, 'url is not an http or https address'],
  [{ url: 'ftp://example.org/x' }, 'url is not an http or https address'],
  [{ bodyFormat: 'rtf' }, 'bodyFormat is none of text, markdown, html'],
  [{ body: ' \n ' }, 'body has no text'],
  [{ body: undefined }, 'body is missing'],
])('a line that cannot be taken in is refused with its reason: %j', (wish, fault) => {
  const whole = { id: '1', source: 'S', headline: 'H', publishedAt: '2020-01-01T00:00:00Z', body: 'B' }
  expect(readImportLine(typeof wish === 'string' ? wish : JSON.stringify({ ...whole, ...wish }))).toEqual({
    ok: false,
    fault,
  })
})

test('a script in an imported page is no text of it', () => {
  const line = aLine({
    bodyFormat: 'html',
    body: '<p onclick="x()">Fair <a href="javascript:x()">words</a><script>alert(1)</script></p>',
  })
  expect(JSON.stringify(line.body)).not.toMatch(/script|onclick|alert/)
})
