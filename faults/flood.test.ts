import { expect, test } from 'vitest'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath, discussionPath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

const crawlers = 30
const pagesEach = 12

/** Crawlers, each from a network of its own, that ask for pages which are drawn for each request. */
function flood(node: { url: string }, slugs: readonly string[]) {
  const statuses = new Map<number, number>()
  let open = crawlers * pagesEach
  const all = Array.from({ length: crawlers }, async (_, crawler) => {
    const visitor = createVisitor(node)
    for (let page = 0; page < pagesEach; page++) {
      const path = page % 2 ? `/search?q=harbour+${crawler}+${page}` : discussionPath(slugs[page % slugs.length] ?? '')
      const { status } = await visitor.read(path)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      open--
    }
  })
  return { open: () => open, ended: Promise.all(all).then(() => Object.fromEntries(statuses)) }
}

test('crawlers that ask for hundreds of pages wait for each other, and people who have signed in do not wait for them', async () => {
  const node = await startNode()
  const articles = [await anArticle(), await anArticle()]
  const path = articlePath(articles[0]?.slug ?? '')
  const [member, moderator] = [await aSession(), await aSession('moderator')]
  await aComment({ memberId: member.id })
  const [author, desk, reader] = [createVisitor(node, member), createVisitor(node, moderator), createVisitor(node)]
  // Once before it counts, so that nothing has to be loaded any more.
  for (const [visitor, page] of [
    [desk, '/moderation'],
    [author, discussionPath(articles[0]?.slug ?? '')],
  ] as const)
    expect((await visitor.read(page)).status).toBe(200)

  const crawl = flood(
    node,
    articles.map(({ slug }) => slug),
  )
  for (let turn = 0; turn < 4; turn++) {
    expect((await desk.read('/moderation')).status).toBe(200)
    expect((await author.read(discussionPath(articles[1]?.slug ?? ''))).status).toBe(200)
    expect((await reader.read(path)).status).toBe(200)
  }
  const posted = await author.press(path, 'Post comment', { text: 'Posted through the flood' })
  expect(posted.location).toContain('at=')
  expect((await reader.read(path)).text).toContain('Posted through the flood')
  expect(crawl.open(), 'pages that crawlers still wait for').toBeGreaterThan((crawlers * pagesEach) / 3)

  const statuses = await crawl.ended
  expect(Object.keys(statuses).filter((status) => !['200', '503'].includes(status))).toEqual([])
  expect(statuses[200]).toBeGreaterThan(0)
}, 120_000)
