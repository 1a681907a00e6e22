import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { tags } from '@/db/invalidate'
import { findArticle, findWhyMissing, listArticles } from '@/db/queries/articles'
import { countDeskArticles, listDeskArticles, listVersions } from '@/db/queries/desk-articles'
import { listSections } from '@/db/queries/sections'
import { article, cacheInvalidation, decision } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { ranks, stranger } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { publishArticle, scheduleArticle } from './publish-article'
import { saveArticle } from './save-article'
import { aDraft, aText } from './testing/a-draft'
import { withdrawArticle } from './withdraw-article'

const editor = await aMember({ rank: 'editor' })
const minutes = (n: number, from = new Date()) => new Date(from.getTime() + n * 60_000)
const first = (articleId: string) => ({ articleId, versionNo: 1, isMinor: false })
const rowOf = async (id: string) => (await db.select().from(article).where(eq(article.id, id)))[0]
const logOf = (id: string) =>
  db.select().from(decision).where(eq(decision.articleId, id)).orderBy(decision.createdAt, decision.id)

test('an editor publishes an article, readers see it, the log says so', async () => {
  const draft = await aDraft(editor, { topics: ['Bridges'], text: { headline: 'Out now' } })
  const now = new Date()
  expect(await publishArticle(editor, first(draft.articleId), now)).toEqual({ ok: true, value: { slug: 'out-now' } })

  expect(await findArticle('out-now')).toMatchObject({ headline: 'Out now', publishedAt: now, changedAt: null })
  expect(await logOf(draft.articleId)).toMatchObject([
    {
      kind: 'publish-article',
      actorId: editor.id,
      actorRank: 'editor',
      before: { state: 'draft' },
      after: { versionNo: 1 },
    },
  ])
  const [told] = await db
    .select()
    .from(cacheInvalidation)
    .orderBy(desc(cacheInvalidation.createdAt), desc(cacheInvalidation.id))
    .limit(1)
  expect(told?.urgency).toBe('now')
  expect(told?.tags).toEqual(
    expect.arrayContaining([
      tags.front,
      tags.wire,
      tags.slug('out-now'),
      tags.article(draft.articleId),
      tags.section(draft.sectionId),
      tags.archive(now.toISOString().slice(0, 7)),
    ]),
  )
})

test('the masthead is drawn anew when its sections change, and not for each article', async () => {
  const tellsMasthead = async () => {
    const [told] = await db
      .select({ tags: cacheInvalidation.tags })
      .from(cacheInvalidation)
      .orderBy(desc(cacheInvalidation.createdAt), desc(cacheInvalidation.id))
      .limit(1)
    return told?.tags.includes(tags.sections)
  }
  const one = await aDraft(editor)
  const other = await aDraft(editor, { section: { id: one.sectionId } })
  expect((await listSections()).map(({ id }) => id)).not.toContain(one.sectionId)
  await publishArticle(editor, first(one.articleId))
  expect(await tellsMasthead()).toBe(true)
  expect((await listSections()).map(({ id }) => id)).toContain(one.sectionId)
  await publishArticle(editor, first(other.articleId))
  expect(await tellsMasthead()).toBe(false)
  await withdrawArticle(editor, { articleId: one.articleId, reason: 'So' })
  expect(await tellsMasthead()).toBe(false)
  await withdrawArticle(editor, { articleId: other.articleId, reason: 'So' })
  expect(await tellsMasthead()).toBe(true)
})

test.each([...ranks.filter((rank) => rank !== 'editor' && rank !== 'admin')])(
  'a %s publishes, schedules and withdraws nothing',
  async (rank) => {
    const { articleId } = await aDraft(editor)
    const actor = await aMember({ rank })
    expect(await publishArticle(actor, first(articleId))).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await scheduleArticle(actor, { ...first(articleId), at: minutes(5) })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await withdrawArticle(actor, { articleId, reason: 'Because' })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await rowOf(articleId)).toMatchObject({ state: 'draft' })
    expect(await logOf(articleId)).toEqual([])
  },
)

test('a stranger publishes, schedules and withdraws nothing', async () => {
  const { articleId } = await aDraft(editor)
  expect(await publishArticle(stranger, first(articleId))).toMatchObject({ refusal: 'not-allowed' })
  expect(await scheduleArticle(stranger, { ...first(articleId), at: minutes(5) })).toMatchObject({
    refusal: 'not-allowed',
  })
  expect(await withdrawArticle(stranger, { articleId, reason: 'Because' })).toMatchObject({ refusal: 'not-allowed' })
})

test('what is not there, has no text or was saved meanwhile is not published', async () => {
  expect(await publishArticle(editor, first(newId()))).toMatchObject({ refusal: 'no-such-article' })
  expect(await scheduleArticle(editor, { ...first(newId()), at: minutes(5) })).toMatchObject({
    refusal: 'no-such-article',
  })

  const empty = await aDraft(editor, { text: { body: { version: 1, blocks: [] } } })
  expect(await publishArticle(editor, first(empty.articleId))).toMatchObject({ refusal: 'no-body' })
  expect(await scheduleArticle(editor, { ...first(empty.articleId), at: minutes(5) })).toMatchObject({
    refusal: 'no-body',
  })

  const draft = await aDraft(editor)
  await saveArticle(editor, { ...draft, basedOn: 1, text: aText({ kicker: 'New' }) })
  expect(await publishArticle(editor, first(draft.articleId))).toMatchObject({ refusal: 'saved-meanwhile' })
  expect(await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(5) })).toMatchObject({
    refusal: 'saved-meanwhile',
  })
})

test('publishing again keeps the date, and a change in substance moves the other one', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Dates' } })
  const noon = minutes(-60)
  await publishArticle(editor, first(draft.articleId), noon)
  await saveArticle(editor, { ...draft, basedOn: 1, text: aText({ headline: 'Dates', kicker: 'Typo' }) })
  await publishArticle(editor, { articleId: draft.articleId, versionNo: 2, isMinor: true }, minutes(-30))
  expect(await findArticle('dates')).toMatchObject({ kicker: 'Typo', publishedAt: noon, changedAt: null, versionNo: 2 })

  await saveArticle(editor, { ...draft, basedOn: 2, text: aText({ headline: 'Dates', kicker: 'News' }) })
  const changed = minutes(-10)
  await publishArticle(editor, { articleId: draft.articleId, versionNo: 3, isMinor: false }, changed)
  expect(await findArticle('dates')).toMatchObject({ kicker: 'News', publishedAt: noon, changedAt: changed })
  expect(await listVersions(draft.articleId, 5)).toMatchObject([
    { no: 3, effectiveAt: changed, isSubstantive: true },
    { no: 2, isSubstantive: false },
    { no: 1, effectiveAt: noon },
  ])
})

test('publishing what is out already changes nothing and logs nothing', async () => {
  const draft = await aDraft(editor)
  await publishArticle(editor, first(draft.articleId))
  expect(await publishArticle(editor, first(draft.articleId))).toMatchObject({ ok: true })
  expect(await logOf(draft.articleId)).toHaveLength(1)
})

test('a scheduled article comes out by its time alone', async () => {
  const draft = await aDraft(editor, { text: { headline: 'At six' } })
  const [now, at] = [new Date(), minutes(90)]
  expect(await scheduleArticle(editor, { ...first(draft.articleId), at }, now)).toMatchObject({ ok: true })

  expect(await findArticle('at-six', now)).toBeUndefined()
  expect(await findWhyMissing('at-six', now)).toEqual({ why: 'unknown', until: at })
  expect((await listArticles({ of: 'all' }, { limit: 100, offset: 0 }, now)).map((card) => card.slug)).not.toContain(
    'at-six',
  )
  expect(await findArticle('at-six', at)).toMatchObject({ headline: 'At six', publishedAt: at, changedAt: null })
  expect((await listArticles({ of: 'all' }, { limit: 100, offset: 0 }, at)).map((card) => card.slug)).toContain(
    'at-six',
  )
  expect(await logOf(draft.articleId)).toMatchObject([{ kind: 'schedule-article' }])
  expect(await listDeskArticles('scheduled', 'at six', { limit: 5, offset: 0 }, now)).toHaveLength(1)
  expect(await listDeskArticles('published', 'at six', { limit: 5, offset: 0 }, at)).toHaveLength(1)
})

test('nothing is scheduled for the past, nor what readers saw before', async () => {
  const draft = await aDraft(editor)
  expect(await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(-1) })).toMatchObject({
    refusal: 'time-past',
  })
  await publishArticle(editor, first(draft.articleId), minutes(-5))
  expect(await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(5) })).toMatchObject({
    refusal: 'was-out',
  })
})

test('another time replaces the first, a text saved since then waits until it is scheduled too', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Later' } })
  await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(10) })
  await saveArticle(editor, { ...draft, basedOn: 1, text: aText({ headline: 'Later', kicker: 'Second' }) })
  expect(await findArticle('later', minutes(11))).toMatchObject({ kicker: '' })

  const at = minutes(20)
  await scheduleArticle(editor, { articleId: draft.articleId, versionNo: 2, isMinor: false, at })
  expect(await findArticle('later', minutes(11))).toBeUndefined()
  expect(await findArticle('later', minutes(21))).toMatchObject({ kicker: 'Second' })
  expect(await listVersions(draft.articleId, 5)).toMatchObject([{ effectiveAt: at }, { no: 1, effectiveAt: null }])
})

test('a scheduled article that is published comes out now', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Sooner' } })
  await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(10) })
  const now = new Date()
  await publishArticle(editor, first(draft.articleId), now)
  expect(await findArticle('sooner', now)).toMatchObject({ publishedAt: now, changedAt: null })
})

test('a withdrawn article is gone with a reason, and comes back with its date', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Gone' } })
  const noon = minutes(-60)
  await publishArticle(editor, first(draft.articleId), noon)
  const withdrawal = { articleId: draft.articleId, reason: 'It named the wrong person.' }
  expect(await withdrawArticle(editor, withdrawal)).toEqual({ ok: true, value: { slug: 'gone' } })
  expect(await findArticle('gone')).toBeUndefined()
  expect(await findWhyMissing('gone')).toMatchObject({ why: 'withdrawn', reason: withdrawal.reason })
  expect(await withdrawArticle(editor, withdrawal)).toMatchObject({ refusal: 'not-published' })
  expect(await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(5) })).toMatchObject({
    refusal: 'was-out',
  })

  await publishArticle(editor, first(draft.articleId))
  expect(await findArticle('gone')).toMatchObject({ publishedAt: noon, changedAt: null })
  expect((await logOf(draft.articleId)).map((row) => row.kind)).toEqual([
    'publish-article',
    'withdraw-article',
    'publish-article',
  ])
  expect((await logOf(draft.articleId))[1]).toMatchObject({ note: withdrawal.reason })
})

test('nothing is withdrawn without a reason, or that is not published, or not there', async () => {
  const draft = await aDraft(editor)
  expect(await withdrawArticle(editor, { articleId: draft.articleId, reason: '' })).toMatchObject({
    refusal: 'no-reason',
  })
  expect(await withdrawArticle(editor, { articleId: draft.articleId, reason: 'So' })).toMatchObject({
    refusal: 'not-published',
  })
  expect(await withdrawArticle(editor, { articleId: newId(), reason: 'So' })).toMatchObject({
    refusal: 'no-such-article',
  })
})

test('one that is withdrawn before its time was never there, and gets the date of its real publication', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Never was' } })
  await scheduleArticle(editor, { ...first(draft.articleId), at: minutes(10) })
  await withdrawArticle(editor, { articleId: draft.articleId, reason: 'Not ready' })
  expect(await findWhyMissing('never-was', minutes(20))).toEqual({ why: 'unknown', until: null })

  const later = minutes(30)
  await publishArticle(editor, first(draft.articleId), later)
  expect(await findArticle('never-was', later)).toMatchObject({ publishedAt: later })
})

test('the desk counts its lists, for a search too', async () => {
  await aDraft(editor, { text: { headline: 'A quaint 100% headline' } })
  expect(await countDeskArticles('quaint 100%')).toEqual({ drafts: 1, scheduled: 0, published: 0, withdrawn: 0 })
  expect(await countDeskArticles('quaint 1__%')).toMatchObject({ drafts: 0 })
  expect((await countDeskArticles('')).drafts).toBeGreaterThan(1)
})
