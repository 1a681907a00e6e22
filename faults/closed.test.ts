import { expect, test } from 'vitest'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { conversationPath, conversationsPath } from '@/domain/moderation/addresses'
import { aSession } from '@/e2e/a-session'
import { conversationWords } from '@/lib/words/conversation'
import { findForm } from './testing/form'
import { shareNodes } from './testing/node'
import { within } from './testing/soon'
import { createVisitor } from './testing/visitor'

// Conversations that are closed on one node, with the article's pages stored on both.

const node = shareNodes(2)
const aSecond = 1000
const { closed } = conversationWords

async function aStoredArticle(publishedAt?: Date) {
  const article = await anArticle(publishedAt ? { publishedAt } : {})
  await aComment({ articleId: article.id, text: 'It stays readable.' })
  const readers = [createVisitor(node(0)), createVisitor(node(1))] as const
  const path = articlePath(article.slug)
  for (const reader of readers) {
    await reader.read(path)
    expect((await reader.read(path)).text).toContain('Post comment')
  }
  const sees = (at: 0 | 1, sentence: string) => async () => {
    const { status, text } = await readers[at].read(path)
    expect([status, text]).toEqual([200, expect.stringContaining(sentence)])
    expect(text).toContain('It stays readable.')
    expect(text.includes('Post comment')).toBe(!Object.values<string>(closed).includes(sentence))
  }
  return { ...article, path, sees }
}

test('what a moderator closes is closed for the next request there, and within a second elsewhere', async () => {
  const { slug, path, sees } = await aStoredArticle()
  const author = await aSession()
  await aComment({ memberId: author.id })
  const moderator = createVisitor(node(0), await aSession('moderator'))
  const saved = await moderator.press(conversationPath(slug), 'Save', { mode: 'closed' })
  expect([saved.status, saved.location]).toEqual([303, expect.stringContaining(conversationPath(slug))])
  await sees(0, closed.closed)()
  await within(aSecond, sees(1, closed.closed))

  const late = createVisitor(node(1), author)
  await moderator.press(conversationPath(slug), 'Save', { mode: 'open' })
  await within(aSecond, async () => expect((await late.read(path)).text).toContain('Post comment'))
  const page = await late.read(path)
  await moderator.press(conversationPath(slug), 'Save', { mode: 'closed' })
  const answer = await late.sendForm(path, findForm(page.text, 'Post comment'), { text: 'Typed before it closed.' })
  const back = await late.read(answer.location ?? '')
  expect(back.text).toContain('Typed before it closed.')
  expect(back.text).toContain(closed.closed)
})

test('all conversations are closed by an admin within a second on every node, and opened again', async () => {
  const { sees } = await aStoredArticle()
  const admin = createVisitor(node(1), await aSession('admin'))
  expect((await admin.press(conversationsPath, 'Save', { isReadOnly: 'on' })).status).toBe(303)
  await sees(1, closed['read-only'])()
  await within(aSecond, sees(0, closed['read-only']))

  const page = await admin.read(conversationsPath)
  const form = findForm(page.text, 'Save')
  const open = { ...form, fields: form.fields.filter(([name]) => name !== 'isReadOnly') }
  expect((await admin.sendForm(conversationsPath, open)).status).toBe(303)
  await within(aSecond, sees(0, 'Post comment'))
  await within(aSecond, sees(1, 'Post comment'))
})

test('one that closes by itself is closed at its second, on pages that were stored before', async () => {
  const day = 24 * 60 * 60_000
  const closesAt = Date.now() + 15_000
  const { slug, sees } = await aStoredArticle(new Date(closesAt - day))
  const moderator = createVisitor(node(0), await aSession('moderator'))
  await moderator.press(conversationPath(slug), 'Save', { closeAfter: '1' })
  await within(aSecond, sees(1, conversationWords.closes))
  await within(Math.max(0, closesAt - Date.now()) + aSecond, sees(0, closed.over))
  await within(aSecond, sees(1, closed.over))
})
