import { setTimeout as pause } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, type Tx } from '@/db/client'
import { tags } from '@/db/invalidate'
import { cacheInvalidation, comment } from '@/db/schema'
import { aComment, anArticle, aSection } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { queuePath } from '@/domain/moderation/addresses'
import { hideComment } from '@/domain/moderation/decide-comment'
import { aSession } from '@/e2e/a-session'
import { newId } from '@/lib/new-id'
import { shareNodes, startNode } from './testing/node'
import { numberOf } from './testing/numbers'
import { within } from './testing/soon'
import { createVisitor, type Visitor } from './testing/visitor'

const node = shareNodes(2)
const aSecond = 1000
/** The time between two looks into the table, and the look. */
const aLook = 1500

const readers = () => [createVisitor(node(0)), createVisitor(node(1))] as const

/** The page as it is stored on both nodes before anything happens. */
async function expectStored(visitors: readonly Visitor[], path: string, text: string, holds: boolean) {
  for (const visitor of visitors) {
    await visitor.read(path)
    expect((await visitor.read(path)).text.includes(text)).toBe(holds)
  }
}

test('a comment that is posted on one node is seen by the next request there, and soon on the other', async () => {
  const article = await anArticle()
  const path = articlePath(article.slug)
  const member = await aSession()
  await aComment({ memberId: member.id })
  const [here, there] = readers()
  await expectStored([here, there], path, 'Seen at once', false)

  const posted = await createVisitor(node(0), member).press(path, 'Post comment', { text: 'Seen at once' })
  expect(posted.status).toBe(303)
  expect((await here.read(path)).text).toContain('Seen at once')
  await within(aSecond, async () => expect((await there.read(path)).text).toContain('Seen at once'))
})

test('a comment that a moderator hides on one node is not seen by the next request there, and soon nowhere', async () => {
  const article = await anArticle()
  const path = articlePath(article.slug)
  const comment = await aComment({ articleId: article.id, text: 'Names a child' })
  const moderator = createVisitor(node(0), await aSession('moderator'))
  const [here, there] = readers()
  await expectStored([here, there], path, 'Names a child', true)

  const hidden = await moderator.press(
    `/moderation/comments/${comment.id}`,
    'Hide',
    { reason: 'privacy' },
    `reason-${comment.id}`,
  )
  expect([hidden.status, hidden.location]).toEqual([303, expect.stringContaining(queuePath({ tab: 'held' }))])
  expect((await here.read(path)).text).not.toContain('Names a child')
  await within(aSecond, async () => expect((await there.read(path)).text).not.toContain('Names a child'))
})

test('an article that is published, changed and withdrawn on one node is seen so at once, and soon on the other', async () => {
  const section = await aSection()
  const lists = ['/', `/sections/${section.slug}`, '/feed.xml', '/archive']
  const editor = createVisitor(node(0), await aSession('editor'))
  const [here, there] = readers()
  const all = async (reader: Visitor, paths: string[]) =>
    Promise.all(paths.map(async (path) => (await reader.read(path)).text))
  for (const reader of [here, there]) await all(reader, lists)

  const typed = { headline: 'Clock goes right', body: 'It strikes twelve.', sectionId: section.id }
  const published = await editor.press('/newsroom/articles/new', 'Publish now', typed)
  expect([published.status, published.location]).toEqual([303, expect.stringContaining('said=published')])
  const own = articlePath('clock-goes-right')
  const [desk = ''] = published.location?.split('?') ?? []
  const expectOn = async (reader: Visitor, text: string, paths: string[]) => {
    for (const page of await all(reader, paths)) expect(page).toContain(text)
  }
  const said = [...lists.slice(0, 3), own]
  await expectOn(here, 'Clock goes right', said)
  await within(aSecond, () => expectOn(there, 'Clock goes right', said))

  await editor.press(desk, 'Publish changes', { headline: 'Clock goes wrong', body: 'It strikes thirteen.' })
  await expectOn(here, 'Clock goes wrong', said)
  await within(aSecond, () => expectOn(there, 'Clock goes wrong', said))

  const withdrawn = await editor.press(desk, 'Withdraw', { reason: 'It was right.', confirmed: 'on' })
  expect([withdrawn.status, withdrawn.location]).toEqual([303, expect.stringContaining('said=withdrawn')])
  const expectGone = async (reader: Visitor) => {
    for (const page of await all(reader, lists)) expect(page).not.toContain('Clock goes wrong')
    const gone = await reader.read(own)
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('It was right.')])
  }
  await expectGone(here)
  await within(aSecond, () => expectGone(there))
})

async function aCommentOnAPage(text: string) {
  const article = await anArticle()
  const made = await aComment({ articleId: article.id, text })
  return { ...made, path: articlePath(article.slug) }
}

type OnAPage = Awaited<ReturnType<typeof aCommentOnAPage>>

/** Hides a comment and writes its invalidation, of which no node is told. */
async function hideUnheard({ id, articleId }: OnAPage, tx: Tx) {
  await tx.update(comment).set({ standing: 'hidden', hiddenBecause: 'privacy' }).where(eq(comment.id, id))
  const row = { id: newId(), tags: [tags.comments(articleId), tags.counts(articleId)], urgency: 'conceal' as const }
  await tx.insert(cacheInvalidation).values(row)
}

/** A transaction that has hidden the comment, and goes on until it is let go. */
async function hideSlowly(hidden: OnAPage) {
  const [begun, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ended = db.transaction(async (tx) => {
    await hideUnheard(hidden, tx)
    begun.resolve()
    await ends.promise
  })
  await begun.promise
  return async () => {
    ends.resolve()
    await ended
  }
}

test('what is hidden while the listening connections are cut off again and again is soon seen nowhere', async () => {
  const { id, path } = await aCommentOnAPage('Heard in spite of all')
  const [here, there] = readers()
  await expectStored([here, there], path, 'Heard in spite of all', true)
  const ofListeners = sql`from pg_stat_activity where datname = current_database() and application_name = 'courant-listener'`
  const cut = () => db.execute(sql`select pg_terminate_backend(pid) ${ofListeners}`)

  const moderator = createVisitor(node(0), await aSession('moderator'))
  let isOver = false
  const hiding = moderator
    .press(`/moderation/comments/${id}`, 'Hide', { reason: 'privacy' }, `reason-${id}`)
    .finally(() => {
      isOver = true
    })
  for (let cuts = 0; cuts < 10 || !isOver; cuts += 1) {
    await cut()
    await pause(20)
  }
  expect((await hiding).status).toBe(303)
  expect((await here.read(path)).text).not.toContain('Heard in spite of all')
  await within(aSecond, async () => expect((await there.read(path)).text).not.toContain('Heard in spite of all'))

  const listening = () => db.execute(sql`select pid ${ofListeners} and query ilike 'listen%'`)
  await expect.poll(async () => (await listening()).length, { timeout: 5000 }).toBe(2)
})

test('an invalidation whose notification is lost is found by every node', async () => {
  const hidden = await aCommentOnAPage('Told to nobody')
  await expectStored(readers(), hidden.path, 'Told to nobody', true)
  await db.transaction((tx) => hideUnheard(hidden, tx))
  for (const reader of readers())
    await within(aLook, async () => expect((await reader.read(hidden.path)).text).not.toContain('Told to nobody'))
})

test('who sent a form to another node is shown at once what is so, although this node has not heard of it', async () => {
  const posted = await createVisitor(node(0), await aSession('moderator')).press('/account', 'Sign out')
  const cookie = posted.headers.getSetCookie().find((one) => one.startsWith('courant-wrote=')) ?? ''
  const there = createVisitor(node(1), { cookie: String(cookie.split(';')[0]) })
  for (const round of [1, 2, 3]) {
    const hidden = await aCommentOnAPage(`Told to nobody yet, ${round}`)
    await expectStored([there], hidden.path, 'Told to nobody yet', true)
    await db.transaction((tx) => hideUnheard(hidden, tx))
    expect((await there.read(hidden.path)).text).not.toContain('Told to nobody yet')
  }
})

test('an invalidation that was written first and committed last is found by every node', async () => {
  const [slow, quick] = [await aCommentOnAPage('Committed last'), await aCommentOnAPage('Committed first')]
  const commit = await hideSlowly(slow)
  await db.transaction((tx) => hideUnheard(quick, tx))
  for (const reader of readers())
    await within(aLook, async () => expect((await reader.read(quick.path)).text).not.toContain('Committed first'))
  // As long as it takes to look once more.
  await pause(1200)
  await expectStored(readers(), slow.path, 'Committed last', true)

  await commit()
  for (const reader of readers())
    await within(aLook, async () => expect((await reader.read(slow.path)).text).not.toContain('Committed last'))
})

test('a node that was away while something was hidden never serves the page that it kept', async () => {
  const first = await startNode()
  const [off, between, bystander] = [
    await aCommentOnAPage('Hidden while it was off'),
    await aCommentOnAPage('Hidden while it starts'),
    await aCommentOnAPage('Nobody minds'),
  ]
  const before = createVisitor(first)
  for (const { path, text } of [off, between, bystander]) await expectStored([before], path, text, true)
  await first.stop()

  const moderator = await aSession('moderator')
  const verdict = { seenAs: 'visible', reason: 'privacy', note: '' } as const
  expect(await hideComment(moderator, { ...verdict, commentId: off.id })).toMatchObject({ ok: true })
  const commit = await hideSlowly(between)
  const again = await startNode({ dataFolder: first.dataFolder })
  const reader = createVisitor(again)
  expect((await reader.read(off.path)).text).not.toContain(off.text)
  expect((await reader.read(between.path)).text).toContain(between.text)
  await commit()
  await within(aLook, async () => expect((await reader.read(between.path)).text).not.toContain(between.text))

  // What nobody hid is still there, as it was kept.
  expect((await reader.read(bystander.path)).text).toContain(bystander.text)
  expect(await numberOf(again, 'courant_page_answers', { store: 'pages', from: 'fromDisk' })).toBe(3)
})
