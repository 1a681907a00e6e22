import { expect, test } from 'vitest'
import { aComment, anArticle, aSection } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { queuePath } from '@/domain/moderation/addresses'
import { aSession } from '@/e2e/a-session'
import { shareNodes } from './testing/node'
import { createVisitor, type Visitor } from './testing/visitor'

const node = shareNodes(2)
const aSecond = { timeout: 1000, interval: 20 }

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
  await expect.poll(async () => (await there.read(path)).text, aSecond).toContain('Seen at once')
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
  await expect.poll(async () => (await there.read(path)).text, aSecond).not.toContain('Names a child')
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
  await expect.poll(() => expectOn(there, 'Clock goes right', said).then(() => 'all'), aSecond).toBe('all')

  await editor.press(desk, 'Publish changes', { headline: 'Clock goes wrong', body: 'It strikes thirteen.' })
  await expectOn(here, 'Clock goes wrong', said)
  await expect.poll(() => expectOn(there, 'Clock goes wrong', said).then(() => 'all'), aSecond).toBe('all')

  const withdrawn = await editor.press(desk, 'Withdraw', { reason: 'It was right.', confirmed: 'on' })
  expect([withdrawn.status, withdrawn.location]).toEqual([303, expect.stringContaining('said=withdrawn')])
  const expectGone = async (reader: Visitor) => {
    for (const page of await all(reader, lists)) expect(page).not.toContain('Clock goes wrong')
    const gone = await reader.read(own)
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('It was right.')])
  }
  await expectGone(here)
  await expect.poll(() => expectGone(there).then(() => 'gone'), aSecond).toBe('gone')
})
