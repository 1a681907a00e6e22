import { eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { articleCount, comment } from '@/db/schema'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { type Form, findForm } from './testing/form'
import { type Node, startNode } from './testing/node'
import { startOwnPostgres } from './testing/own-postgres'
import { createVisitor } from './testing/visitor'

const [authors, each, atOnce] = [250, 4, 8]

type Post = { author: { cookie: string }; text: string }

/** Sends the posts, some at once, until one fails, and answers those that the node said were stored. */
async function send(node: Node, path: string, form: Form, posts: readonly Post[], onStored: (stored: number) => void) {
  const stored = new Set<Post>()
  const waiting = [...posts]
  async function work() {
    for (let post = waiting.shift(); post; post = waiting.shift()) {
      // A connection that broke off is a post whose author does not know, and sends it again later.
      const answer = await createVisitor(node, post.author)
        .sendForm(path, form, { text: post.text })
        .catch(() => undefined)
      if (answer?.status !== 303 || !answer.location?.includes('at=')) return
      onStored(stored.add(post).size)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return stored
}

test('the site and its Postgres are killed during 1,000 posts: nothing that was acknowledged is lost, nothing is stored twice', async () => {
  const postgres = await startOwnPostgres()
  const [article, elsewhere] = [await anArticle(), await anArticle()]
  const path = articlePath(article.slug)
  const people: Post['author'][] = []
  for (let no = 0; no < authors; no++) {
    const author = await aSession()
    await aComment({ articleId: elsewhere.id, memberId: author.id })
    people.push(author)
  }
  const posts = Array.from({ length: authors * each }, (_, no) => ({
    author: people[no % authors] ?? { cookie: '' },
    text: `Comment ${no} of a thousand.`,
  }))
  const acknowledged = new Set<Post>()
  let node = await startNode()
  const form = findForm((await createVisitor(node).read(path)).text, 'Post comment')
  const open = () => posts.filter((post) => !acknowledged.has(post))

  const sendUntil = async (killAfter: number, kill: () => Promise<void>) => {
    const killing = Promise.withResolvers<void>()
    const stored = send(node, path, form, open(), (count) => {
      if (count === killAfter) kill().then(killing.resolve, killing.reject)
    })
    for (const post of await stored) acknowledged.add(post)
    await killing.promise
  }
  await sendUntil(200, node.kill)
  node = await startNode({ dataFolder: node.dataFolder })
  await sendUntil(200, postgres.kill)
  await postgres.startAgain()
  await sendUntil(200, node.kill)
  node = await startNode({ dataFolder: node.dataFolder })
  expect(acknowledged.size).toBeGreaterThanOrEqual(600)
  for (const post of await send(node, path, form, open(), () => {})) acknowledged.add(post)

  expect(acknowledged.size).toBe(posts.length)
  const rows = await db.select({ text: comment.text }).from(comment).where(like(comment.text, '% of a thousand.'))
  expect(rows.map(({ text }) => text).sort()).toEqual(posts.map(({ text }) => text).sort())
  const [counted] = await db.select().from(articleCount).where(eq(articleCount.articleId, article.id))
  expect(counted?.comments).toBe(posts.length)
  expect((await createVisitor(node).read(path)).text).toContain(`Total Comments (${posts.length})`)
}, 240_000)
