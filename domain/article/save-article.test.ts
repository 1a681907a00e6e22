import { desc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { tags } from '@/db/invalidate'
import { findArticle, findWhyMissing, listAuthorsOf, listTopicsOf } from '@/db/queries/articles'
import { findDeskArticle, listVersions } from '@/db/queries/desk-articles'
import { articleCount, articleVersion, cacheInvalidation, section } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { ranks, stranger } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { bodyFromMarkdown } from './body/from-markdown'
import { publishArticle } from './publish-article'
import { saveArticle } from './save-article'
import { aDraft, aForm, aText } from './testing/a-draft'

const editor = await aMember({ rank: 'editor' })

test('an editor saves a draft, and readers see nothing of it', async () => {
  const form = await aForm({ topics: ['Harbour', 'Bridges'], newAuthors: ['Ada Pilot'], text: { kicker: 'Harbour' } })
  const outcome = await saveArticle(editor, form)
  expect(outcome).toMatchObject({ ok: true, value: { id: form.articleId, no: 1 } })

  const found = await findDeskArticle(form.articleId)
  expect(found).toMatchObject({
    state: 'draft',
    slug: 'harbour-bridge-reopens',
    versionNo: 1,
    kicker: 'Harbour',
    publishedAt: null,
  })
  expect((await listTopicsOf(form.articleId)).map((topic) => topic.slug)).toEqual(['harbour', 'bridges'])
  expect((await listAuthorsOf(form.articleId)).map((author) => author.name)).toEqual(['Ada Pilot'])
  expect(await db.select().from(articleCount).where(eq(articleCount.articleId, form.articleId))).toHaveLength(1)
  expect(await findArticle('harbour-bridge-reopens')).toBeUndefined()
  expect(await findWhyMissing('harbour-bridge-reopens')).toEqual({ why: 'unknown', until: null })
})

test.each([...ranks.filter((rank) => rank !== 'editor' && rank !== 'admin')])('a %s saves no article', async (rank) => {
  const form = await aForm()
  expect(await saveArticle(await aMember({ rank }), form)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await findDeskArticle(form.articleId)).toBeUndefined()
})

test('neither a stranger nor a banned editor saves an article', async () => {
  const form = await aForm()
  expect(await saveArticle(stranger, form)).toMatchObject({ refusal: 'not-allowed' })
  expect(await saveArticle({ ...editor, sanction: 'ban' }, form)).toMatchObject({ refusal: 'not-allowed' })
})

test('an admin saves an article', async () => {
  expect(await saveArticle(await aMember({ rank: 'admin' }), await aForm())).toMatchObject({ ok: true })
})

test('an article has a headline, a section that exists, authors and a picture that exist', async () => {
  expect(await saveArticle(editor, await aForm({ text: { headline: '' } }))).toMatchObject({ refusal: 'no-headline' })
  expect(await saveArticle(editor, { ...(await aForm()), section: undefined })).toMatchObject({ refusal: 'no-section' })
  expect(await saveArticle(editor, await aForm({ section: { id: newId() } }))).toMatchObject({
    refusal: 'no-such-section',
  })
  expect(await saveArticle(editor, await aForm({ authorIds: [newId()] }))).toMatchObject({ refusal: 'no-such-author' })
  expect(await saveArticle(editor, await aForm({ text: { pictureId: newId() } }))).toMatchObject({
    refusal: 'no-such-picture',
  })
  expect(await saveArticle(editor, await aForm({ basedOn: 3 }))).toMatchObject({ refusal: 'no-such-article' })
})

test('each save is a version of its own, and the ones before stay as they were', async () => {
  const draft = await aDraft(editor)
  const body = bodyFromMarkdown('The bridge turned again at one.')
  expect(await saveArticle(editor, { ...draft, basedOn: 1, text: { ...draft.text, body } })).toMatchObject({
    value: { no: 2 },
  })

  const versions = await listVersions(draft.articleId, 10)
  expect(versions).toMatchObject([
    { no: 2, savedBy: editor.name, effectiveAt: null },
    { no: 1, savedBy: editor.name, effectiveAt: null },
  ])
  const [first] = await db
    .select()
    .from(articleVersion)
    .where(eq(articleVersion.id, versions[1]?.id ?? ''))
  expect(first?.bodyText).toBe('The bridge turned again at noon.')
})

test('who edited an older version than the latest is told, and saves nothing', async () => {
  const draft = await aDraft(editor)
  const colleague = await aMember({ rank: 'editor' })
  await saveArticle(colleague, { ...draft, basedOn: 1, text: aText({ headline: 'Bridge opens at last' }) })

  const stale = { ...draft, basedOn: 1, topics: ['Late'], text: aText({ headline: 'Bridge opens too late' }) }
  expect(await saveArticle(editor, stale)).toEqual({ ok: false, refusal: 'saved-meanwhile' })
  expect(await findDeskArticle(draft.articleId)).toMatchObject({ versionNo: 2, headline: 'Bridge opens at last' })
  expect(await listTopicsOf(draft.articleId)).toEqual([])
})

test('a save that is refused leaves nothing behind: no section, no address', async () => {
  const draft = await aDraft(editor)
  const stranger = { ...draft, basedOn: 0, section: { name: 'Never Founded' }, text: aText({ headline: 'Never Said' }) }
  expect(await saveArticle(await aMember({ rank: 'editor' }), stranger)).toMatchObject({ refusal: 'saved-meanwhile' })
  expect(await db.select().from(section).where(eq(section.slug, 'never-founded'))).toEqual([])

  const next = await aDraft(editor, { text: { headline: 'Never Said' } })
  expect((await findDeskArticle(next.articleId))?.slug).toBe('never-said')
})

test('two editors who save at once: one does, the other is told', async () => {
  const draft = await aDraft(editor)
  const colleague = await aMember({ rank: 'editor' })
  const outcomes = await Promise.all([
    saveArticle(editor, { ...draft, basedOn: 1, text: aText({ headline: 'One' }) }),
    saveArticle(colleague, { ...draft, basedOn: 1, text: aText({ headline: 'Two' }) }),
  ])
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ refusal: 'saved-meanwhile' })
})

test('the same form sent twice, one after the other or at once, stores one version', async () => {
  const form = await aForm({ text: { headline: 'Sent twice' } })
  const outcomes = await Promise.all([saveArticle(editor, form), saveArticle(editor, form)])
  expect(outcomes).toMatchObject([{ value: { no: 1 } }, { value: { no: 1 } }])
  expect(await saveArticle(editor, { ...form, basedOn: 1 })).toMatchObject({ value: { no: 1 } })
  expect(await listVersions(form.articleId, 10)).toHaveLength(1)
})

test('two articles of one headline have two addresses', async () => {
  const text = { headline: 'Tide watch tonight' }
  const [first, second] = [await aDraft(editor, { text }), await aDraft(editor, { text })]
  const slugs = [(await findDeskArticle(first.articleId))?.slug, (await findDeskArticle(second.articleId))?.slug]
  expect(slugs).toEqual(['tide-watch-tonight', 'tide-watch-tonight-2'])
  await saveArticle(editor, {
    ...second,
    basedOn: 1,
    text: aText({ headline: 'Tide watch tonight', kicker: 'Weather' }),
  })
  expect(await findDeskArticle(second.articleId)).toMatchObject({ slug: 'tide-watch-tonight-2' })
})

test('a draft’s address goes with its headline, one that readers saw stays and leads on when it is changed', async () => {
  const draft = await aDraft(editor, { text: { headline: 'First thoughts' } })
  await saveArticle(editor, { ...draft, basedOn: 1, text: aText({ headline: 'Second thoughts' }) })
  expect(await findWhyMissing('first-thoughts')).toEqual({ why: 'unknown', until: null })
  await publishArticle(editor, { articleId: draft.articleId, versionNo: 2, isMinor: false })

  await saveArticle(editor, { ...draft, basedOn: 2, text: aText({ headline: 'Third thoughts' }) })
  expect((await findDeskArticle(draft.articleId))?.slug).toBe('second-thoughts')
  await saveArticle(editor, {
    ...draft,
    basedOn: 3,
    slug: 'Last thoughts',
    text: aText({ headline: 'Third thoughts' }),
  })
  expect(await findWhyMissing('second-thoughts')).toEqual({ why: 'moved', slug: 'last-thoughts' })

  const rival = await aDraft(editor, { text: { headline: 'Second thoughts' } })
  expect((await findDeskArticle(rival.articleId))?.slug).toBe('second-thoughts-2')

  await saveArticle(editor, {
    ...draft,
    basedOn: 3,
    slug: 'second-thoughts',
    text: aText({ headline: 'Third thoughts' }),
  })
  expect(await findArticle('second-thoughts')).toBeDefined()
  expect(await findWhyMissing('last-thoughts')).toEqual({ why: 'moved', slug: 'second-thoughts' })
})

test('saving a published article shows readers nothing of the new text', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Ferry fares rise' } })
  await publishArticle(editor, { articleId: draft.articleId, versionNo: 1, isMinor: false })
  await saveArticle(editor, { ...draft, basedOn: 1, text: aText({ headline: 'Ferry fares fall' }) })
  expect(await findArticle('ferry-fares-rise')).toMatchObject({ headline: 'Ferry fares rise' })
})

test('moving a published article to another section tells the caches of both', async () => {
  const draft = await aDraft(editor, { text: { headline: 'Moved about' } })
  await publishArticle(editor, { articleId: draft.articleId, versionNo: 1, isMinor: false })
  await saveArticle(editor, { ...draft, basedOn: 1, section: { name: 'Island News' } })

  const [made] = await db.select().from(section).where(eq(section.slug, 'island-news'))
  const rows = await db.select().from(cacheInvalidation).orderBy(desc(cacheInvalidation.createdAt)).limit(2)
  const named = rows.flatMap((row) => row.tags)
  expect(named).toEqual(
    expect.arrayContaining([tags.section(draft.sectionId), tags.section(made?.id ?? ''), tags.sections]),
  )
})
