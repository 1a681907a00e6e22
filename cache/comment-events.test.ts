import { get, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createCommentEvents } from './comment-events.ts'
import { createTagClock } from './tag-clock.ts'
import { aFrontDoor, answering } from './testing/front-door.ts'

const [article, other] = ['0198f000-0000-7000-8000-000000000001', '0198f000-0000-7000-8000-000000000002']

async function aSite(bounds: Parameters<typeof createCommentEvents>[1] = {}) {
  const clock = createTagClock()
  const commentEvents = createCommentEvents(clock, bounds)
  const { port, knock } = await aFrontDoor(answering(404, 'Next'), { clock, commentEvents })
  onTestFinished(() => commentEvents.close())

  /** Opens a connection as a page does, and gathers what it hears. */
  async function listen(id = article) {
    const answer = await new Promise<IncomingMessage>((resolve) =>
      get({ port, host: '127.0.0.1', path: `/live/comments/${id}` }, resolve),
    )
    let heard = ''
    answer.on('data', (chunk) => {
      heard += chunk
    })
    answer.on('error', () => {})
    return { answer, times: () => heard.match(/event: comments/g)?.length ?? 0, heard: () => heard }
  }
  return { clock, commentEvents, listen, knock }
}

test('pages of an article hear that its comments changed, and no others do', async () => {
  const { clock, listen } = await aSite()
  const [here, there] = [await listen(), await listen(other)]
  clock.invalidate([`comments:${article}`, 'front'])

  await expect.poll(here.times).toBe(1)
  expect(there.times()).toBe(0)
  expect(here.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  })
})

test('a reaction is no comment, and a comment that is hidden is told as well', async () => {
  const { clock, listen } = await aSite()
  const here = await listen()
  clock.invalidate([`counts:${article}`])
  await pause(50)
  expect(here.times()).toBe(0)
  clock.conceal([`comments:${article}`])
  await expect.poll(here.times).toBe(1)
})

test('a flood of comments is told once and then once in a while, the last of them too', async () => {
  const { clock, listen } = await aSite({ rest: 100 })
  const here = await listen()
  for (let no = 0; no < 20; no++) clock.invalidate([`comments:${article}`])

  await expect.poll(here.times).toBe(1)
  await expect.poll(here.times).toBe(2)
  await pause(250)
  expect(here.times()).toBe(2)
})

test('one connection too many, of a node or of a neighbourhood, is told not to come again', async () => {
  const ofNode = await aSite({ most: 2 })
  const kept = [await ofNode.listen(), await ofNode.listen(other)]
  expect((await ofNode.listen()).answer.statusCode).toBe(204)
  kept[0]?.answer.destroy()
  await expect.poll(ofNode.commentEvents.count).toBe(1)
  expect((await ofNode.listen()).answer.statusCode).toBe(200)

  const ofPrefix = await aSite({ mostOfPrefix: 1 })
  await ofPrefix.listen()
  expect((await ofPrefix.listen()).answer.statusCode).toBe(204)
})

test('what is no article is not listened to, nor sent to', async () => {
  const { knock, commentEvents } = await aSite()
  for (const path of ['/live/comments/x', '/live/', `/live/comments/${article}/x`])
    expect((await knock(path)).status, path).toBe(204)
  expect((await knock(`/live/comments/${article}`, { method: 'HEAD' })).status).toBe(204)
  expect(commentEvents.count()).toBe(0)
})

test('a connection gives signs of life, and ends when the site stops', async () => {
  const { listen, commentEvents } = await aSite({ sign: 30 })
  const here = await listen()
  await expect.poll(here.heard).toContain(':\n\n')
  commentEvents.close()
  await expect.poll(() => here.answer.complete).toBe(true)
  expect((await listen()).answer.statusCode).toBe(204)
})
