import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { env } from '@/lib/env'
import { aGate } from './testing/database-gate'
import { share, startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

const site = share(async (atEnd) => {
  const gate = await aGate(env().databaseUrl ?? '', atEnd)
  return { gate, node: await startNode({ databaseUrl: gate.url }, atEnd) }
})

async function aCommentOnAPage(text: string) {
  const article = await anArticle()
  const comment = await aComment({ articleId: article.id, text })
  const moderator = createVisitor(site().node, await aSession('moderator'))
  const hide = () =>
    moderator.press(`/moderation/comments/${comment.id}`, 'Hide', { reason: 'privacy' }, `reason-${comment.id}`)
  return { path: articlePath(article.slug), hide }
}

async function anArticleOut(headline: string) {
  const article = await anArticle({ headline })
  const editor = createVisitor(site().node, await aSession('editor'))
  const hide = () =>
    editor.press(`/newsroom/articles/${article.id}`, 'Withdraw', { reason: 'It was wrong.', confirmed: 'on' })
  return { path: articlePath(article.slug), hide }
}

const comments = 'select picked.id from'
const nextPublication = 'min("published_at")'
const corrections = 'from "correction"'

const drawings = [
  { what: 'an article’s page', query: comments, prepare: aCommentOnAPage },
  { what: 'an article', query: corrections, prepare: anArticleOut },
  { what: 'the feed', query: nextPublication, prepare: anArticleOut, path: '/feed.xml' },
  { what: 'the front page', query: nextPublication, prepare: anArticleOut, path: '/' },
]

for (const { what, query, prepare, path: listPath } of drawings) {
  test(`what is hidden while ${what} is being drawn is given to nobody who asks afterwards, and not stored`, async () => {
    const { gate, node } = site()
    const hidden = `Never to be seen on ${what}`
    const { path: ownPath, hide } = await prepare(hidden)
    const path = listPath ?? ownPath
    const reader = createVisitor(node)

    const held = gate.hold(query)
    const before = reader.read(path)
    await held.reached
    expect((await hide()).status).toBe(303)
    const joiners = [reader.read(path), reader.read(path)]
    await pause(100)
    held.open()

    for (const answer of await Promise.all(joiners)) {
      expect(answer.status).toBeLessThan(500)
      expect(answer.text).not.toContain(hidden)
    }
    // Who asked before may be told what was so then.
    expect((await before).text).toContain(hidden)
    for (const times of [1, 2]) expect([times, (await reader.read(path)).text.includes(hidden)]).toEqual([times, false])
  })
}
