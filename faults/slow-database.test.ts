import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath, discussionPath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { env } from '@/lib/env'
import { residentMemory } from '@/scripts/bench/process-use'
import { startDatabaseProxy } from './testing/database-proxy'
import { findForm } from './testing/form'
import { startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

const many = 300

test('while the database hangs, stored pages are at hand, the rest is told to come back, and nothing piles up', async () => {
  const proxy = await startDatabaseProxy(env().databaseUrl ?? '')
  const node = await startNode({ databaseUrl: proxy.url })
  const article = await anArticle()
  const path = articlePath(article.slug)
  const member = await aSession()
  await aComment({ memberId: member.id })
  const [reader, author] = [createVisitor(node), createVisitor(node, member)]
  expect((await reader.read(path)).status).toBe(200)
  const form = findForm((await reader.read(path)).text, 'Post comment')
  proxy.hang()

  const before = residentMemory(node.pid)
  let open = many
  const strangers = Array.from({ length: many }, (_, no) =>
    createVisitor(node)
      .read(`/search?q=harbour+${no}`)
      .finally(() => open--),
  )
  const sent = author.sendForm(path, form, { text: 'Typed while it hung' })
  await pause(1000)
  expect(open, 'searches that still wait').toBeGreaterThan(0)
  for (let time = 0; time < 50; time++) expect((await reader.read(path)).status).toBe(200)
  expect(open, 'searches that waited longer than fifty readings took').toBeGreaterThan(0)

  for (const answer of await Promise.all(strangers))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  const kept = await sent
  expect([kept.status, kept.text.includes('Typed while it hung')]).toEqual([503, true])
  expect(residentMemory(node.pid) - before).toBeLessThan(200 * 2 ** 20)

  proxy.open()
  const found = async () => (await createVisitor(node).read('/search?q=harbour')).status
  await expect.poll(found, { timeout: 20_000, interval: 500 }).toBe(200)
  expect((await author.sendForm(path, form, { text: 'Typed when it was back' })).location).toContain('at=')
  expect((await reader.read(path)).text).toContain('Typed when it was back')
}, 120_000)

test('a form that meets a locked table is given back in time, with what was typed', async () => {
  const node = await startNode()
  const article = await anArticle()
  const path = articlePath(article.slug)
  const author = createVisitor(node, await aSession())
  const form = findForm((await author.read(path)).text, 'Post comment')
  const locked = Promise.withResolvers<void>()
  const unlock = Promise.withResolvers<void>()
  const lock = db.transaction(async (tx) => {
    await tx.execute('lock table comment in access exclusive mode')
    locked.resolve()
    await unlock.promise
  })
  await locked.promise
  const answer = await author.sendForm(path, form, { text: 'Typed before a locked door' })
  unlock.resolve()
  await lock
  expect(answer.status).toBeGreaterThanOrEqual(500)
  expect(answer.text).toContain('Typed before a locked door')
  const again = await createVisitor(node).read(discussionPath(article.slug))
  expect([again.status, again.text.includes('Typed before a locked door')]).toEqual([200, false])
}, 120_000)

test('an outage is told to writers within seconds, not after the driver has waited longer and longer', async () => {
  const proxy = await startDatabaseProxy(env().databaseUrl ?? '')
  const node = await startNode({ databaseUrl: proxy.url })
  const article = await anArticle()
  const author = createVisitor(node, await aSession())
  const form = findForm((await author.read(articlePath(article.slug))).text, 'Post comment')
  proxy.shut()
  // Until the driver has tried in vain with each connection that it may have, a few times.
  for (let turn = 0; turn < 3; turn++)
    await Promise.all(Array.from({ length: 12 }, (_, no) => createVisitor(node).read(`/search?q=${turn}+${no}`)))
  const began = performance.now()
  for (let no = 0; no < 20; no++) {
    const answer = await author.sendForm(articlePath(article.slug), form, { text: `Typed in an outage, ${no}` })
    expect([answer.status, answer.text.includes(`Typed in an outage, ${no}`)]).toEqual([503, true])
  }
  // The driver by itself would take half a minute.
  expect(performance.now() - began).toBeLessThan(15_000)
}, 120_000)
