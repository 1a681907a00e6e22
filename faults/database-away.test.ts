import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { aComment, anArticle, aSection } from '@/db/testing/a-paper'
import { articlePath, discussionPath } from '@/domain/comment/addresses'
import { casePath } from '@/domain/moderation/addresses'
import { aSession } from '@/e2e/a-session'
import { env } from '@/lib/env'
import { startDatabaseProxy } from './testing/database-proxy'
import { findForm } from './testing/form'
import { type Node, startNode } from './testing/node'
import { startOwnPostgres } from './testing/own-postgres'
import { createVisitor } from './testing/visitor'

/** Until a node has noted that it heard of everything so far. */
const contactIsNoted = 6000

async function aPaper() {
  const section = await aSection()
  const article = await anArticle({ sectionId: section.id })
  const member = await aSession()
  // A member's first comment would wait for a moderator.
  await aComment({ memberId: member.id })
  const seen = await aComment({ articleId: article.id, text: 'Seen by everybody' })
  const pages = [articlePath(article.slug), '/', `/sections/${section.slug}`, '/feed.xml', '/sitemap.xml']
  return { article, member, seen, pages, path: articlePath(article.slug) }
}

/** Readers who ask for the pages over and over, as many at once; answers the statuses that they got. */
function readAllTheTime(node: Node, paths: readonly string[], readers: number) {
  const statuses = new Map<number, number>()
  let goesOn = true
  const reading = Array.from({ length: readers }, async (_, no) => {
    const reader = createVisitor(node)
    for (let turn = no; goesOn; turn++) {
      const { status } = await reader.read(paths[turn % paths.length] ?? '/')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  })
  const stop = async () => {
    goesOn = false
    await Promise.all(reading)
    return Object.fromEntries(statuses)
  }
  onTestFinished(() => void stop())
  return stop
}

test('Postgres is killed while people read and write: pages stay, texts come back, and all goes on when it is back', async () => {
  const postgres = await startOwnPostgres()
  const { member, pages, path } = await aPaper()
  const first = await startNode()
  for (const page of pages) expect((await createVisitor(first).read(page)).status, page).toBe(200)
  await pause(contactIsNoted)
  const stopReading = readAllTheTime(first, pages, 8)
  const author = createVisitor(first, member)
  const form = findForm((await author.read(path)).text, 'Post comment')
  const post = (visitor: typeof author, text: string) => visitor.sendForm(path, form, { text })
  expect((await post(author, 'Posted before')).location).toContain('at=')

  await postgres.kill()
  for (const page of pages) expect((await createVisitor(first).read(page)).status, page).toBe(200)
  const refused = await post(author, 'Typed while it was away')
  expect(refused.status).toBe(503)
  expect(refused.text).toContain('Your text is still here')
  expect(refused.text).toContain('Typed while it was away')
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
  const read = await stopReading()
  expect(Object.keys(read)).toEqual(['200'])
  expect(read[200]).toBeGreaterThan(100)

  await first.kill()
  const second = await startNode({ dataFolder: first.dataFolder })
  expect(second.said()).toContain('Its database does not answer')
  for (const page of pages) expect((await createVisitor(second).read(page)).status, page).toBe(200)
  const again = createVisitor(second, member)
  const kept = await post(again, 'Typed after the restart')
  expect([kept.status, kept.text.includes('Typed after the restart')]).toEqual([503, true])

  await postgres.startAgain()
  const saved = async () => (await post(again, 'Typed when it was back')).location ?? ''
  await expect.poll(saved, { timeout: 15_000, interval: 500 }).toContain('at=')
  const page = await createVisitor(second).read(path)
  for (const text of ['Seen by everybody', 'Posted before', 'Typed when it was back']) expect(page.text).toContain(text)
  expect(page.text).not.toContain('Typed while it was away')
}, 120_000)

test('what was hidden a moment before the database went away is shown by nobody, nor after a restart', async () => {
  const postgres = await startOwnPostgres()
  const { article, seen, path, pages } = await aPaper()
  const node = await startNode()
  const reader = createVisitor(node)
  expect((await reader.read(path)).text).toContain('Seen by everybody')
  await pause(contactIsNoted)
  const moderator = createVisitor(node, await aSession('moderator'))
  const names = await moderator.read(casePath(seen.id))
  const hide = /aria-label="(Hide [^"]+)"/.exec(names.text)?.[1] ?? 'no such button'
  const hidden = await moderator.sendForm(casePath(seen.id), findForm(names.text, hide), { reason: 'spam' })
  expect(hidden.status).toBe(303)

  await postgres.kill()
  const expectNothing = async (asked: Node) => {
    for (const page of [path, discussionPath(article.slug), '/feed.xml']) {
      const answer = await createVisitor(asked).read(page)
      expect(answer.text, page).not.toContain('Seen by everybody')
    }
    const gone = await createVisitor(asked).read(path)
    expect([gone.status, gone.headers.get('retry-after')]).toEqual([503, '30'])
  }
  await expectNothing(node)
  await node.kill()
  const second = await startNode({ dataFolder: node.dataFolder })
  await expectNothing(second)
  expect((await createVisitor(second).read(pages[1] ?? '')).status).toBe(503)
}, 120_000)

test('a node that kept no pages, or whose last contact is too old, does not start without its database', async () => {
  const postgres = await startOwnPostgres()
  const { path } = await aPaper()
  const node = await startNode()
  await createVisitor(node).read(path)
  await pause(contactIsNoted)
  await node.stop()
  await postgres.kill()
  const sentence = 'cannot be reached (ECONNREFUSED): check DATABASE_URL.'
  await expect(startNode()).rejects.toThrow(sentence)

  const contact = join(node.dataFolder, 'pages', 'contact')
  const noted = JSON.parse(readFileSync(contact, 'utf8'))
  writeFileSync(contact, JSON.stringify({ ...noted, at: noted.at - 11 * 60_000 }))
  await expect(startNode({ dataFolder: node.dataFolder })).rejects.toThrow(sentence)
  writeFileSync(contact, JSON.stringify(noted))
  const started = await startNode({ dataFolder: node.dataFolder })
  expect((await createVisitor(started).read(path)).status).toBe(200)
}, 120_000)

test('a node that was cut off for longer than ten minutes shows nothing that it kept, until it hears again', async () => {
  const { path, pages } = await aPaper()
  const proxy = await startDatabaseProxy(env().databaseUrl ?? '')
  const node = await startNode({ databaseUrl: proxy.url, preload: './faults/testing/late-clock.mjs' })
  const reader = createVisitor(node)
  for (const page of pages) expect((await reader.read(page)).status, page).toBe(200)
  proxy.shut()
  await pause(2000)
  expect((await reader.read(path)).status).toBe(200)
  process.kill(node.pid, 'SIGUSR2')
  const status = async () => (await reader.read(path)).status
  await expect.poll(status, { timeout: 15_000 }).toBe(503)
  for (const page of pages) {
    const answer = await reader.read(page)
    expect([page, answer.status, answer.headers.get('retry-after')]).toEqual([page, 503, '30'])
  }
  proxy.open()
  await expect.poll(status, { timeout: 15_000, interval: 250 }).toBe(200)
}, 120_000)
