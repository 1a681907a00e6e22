import blns from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { eq } from 'drizzle-orm'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CommentText } from '@/components/comment/comment-text'
import { db } from '@/db/client'
import { listThread } from '@/db/queries/threads'
import { report } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { note } from '@/domain/moderation/reasons'
import { stranger } from '../actor'
import { changeName } from '../member/change-name'
import { publicName } from '../member/public-name'
import { commentInput, commentText } from './comment-input'
import { postComment } from './post-comment'
import { reportComment } from './report-comment'

// The Big List of Naughty Strings, and markup that once ran somewhere, through everything that anybody may type.

const markup = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '</textarea><script>alert(1)</script>',
  '[press](javascript:alert(1))',
  '<javascript:alert(1)>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  '<a href="java\nscript:alert(1)">x</a>',
  '\u202e\u2066\u2067turned\u2069',
  `Z${'\u0335\u0489\u036f'.repeat(200)}`,
]
const hostile = [...blns, ...markup]
const tags = /<(?!\/?(?:p|br|code|pre|em|strong|a|ul|ol|li|blockquote|div)\b)/
const sender = { visitorKey: 'a-browser', addressHash: 'a-neighbourhood' }

test('as a comment each is stored as it was typed, or refused with a word, and drawn inert', {
  timeout: 120_000,
}, async () => {
  const [writer, article] = [await aMember({ rank: 'moderator' }), await anArticle()]
  let posted = 0
  for (const text of hostile) {
    const input = commentInput.parse({ articleId: article.id, text })
    const outcome = await postComment(writer, input, sender)
    if (outcome.ok) posted += 1
    else expect([text, outcome.refusal]).toEqual([text, expect.stringMatching(/^(empty|too-long|too-many-links)$/)])
  }
  const stored = new Set(
    (await db.query.comment.findMany({ where: (row) => eq(row.articleId, article.id) })).map(({ text }) => text),
  )
  const typed = new Set(hostile.map((text) => commentText.parse(text)).filter(Boolean))
  for (const text of stored) expect(typed).toContain(text)
  expect(stored.size).toBeGreaterThan(typed.size - 5)
  expect(posted).toBeGreaterThanOrEqual(stored.size)
  expect((await listThread(article.id, 1)).length).toBeGreaterThan(10)

  for (const text of stored) {
    const drawn = renderToStaticMarkup(<CommentText source={text} />)
    expect(drawn).not.toMatch(tags)
    expect(drawn).not.toMatch(/<[^>]*\s(on\w+=|href="(?!https?:|mailto:))/i)
  }
})

test('as a name each is refused, or has no sign that turns, hides or piles up', async () => {
  for (const typed of hostile) {
    const { success, data = '' } = publicName.safeParse(typed)
    if (success) expect(data).toMatch(/^[\p{L}\p{M}\p{Nd} '.-]{2,80}$/u)
    if (success) expect(data).not.toMatch(/\p{M}{3}/u)
  }
  const [taken] = hostile.filter((typed) => publicName.safeParse(typed).success)
  expect((await changeName(await aMember(), publicName.parse(taken))).ok).toBe(true)
})

test('as a guest’s name and address each is taken or refused with a word', { timeout: 60_000 }, async () => {
  const article = await anArticle()
  for (const typed of hostile) {
    const input = commentInput.safeParse({ articleId: article.id, text: 'Hello.', name: typed, email: typed })
    if (!input.success) continue
    const outcome = await postComment(stranger, input.data, sender)
    expect(outcome).toMatchObject({ ok: false, refusal: expect.stringMatching(/^(name|email|code)-/) })
  }
})

test('as the note of a report each is stored as it was typed', { timeout: 60_000 }, async () => {
  const article = await anArticle()
  for (const typed of hostile) {
    const read = note.safeParse(typed)
    if (!read.success) continue
    const { id } = await aComment({ articleId: article.id })
    const outcome = await reportComment(await aMember(), { commentId: id, reason: 'spam', note: read.data }, sender)
    expect(outcome.ok).toBe(true)
    expect(await db.query.report.findFirst({ where: eq(report.commentId, id) })).toMatchObject({ note: read.data })
  }
})
