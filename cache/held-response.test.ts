import { type ClientRequest, request } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { aFrontDoor } from './testing/front-door.ts'

/** Programs’ answers pass as they come. One stranger is answered at a time. */
const program = '/api/viewer'

/** Somebody who reads nothing of the answer. */
function ask(port: number): ClientRequest {
  return request({ port, host: '127.0.0.1', path: program }, () => {})
    .on('error', () => {})
    .end()
}

test('who goes away while waiting for a place keeps nobody else from one', async () => {
  const asked: (() => void)[] = []
  const { port, knock } = await aFrontDoor((_request, response) => {
    asked.push(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
    if (asked.length > 1) asked.at(-1)?.()
  })
  const first = knock(program)
  await expect.poll(() => asked.length).toBe(1)
  const second = ask(port)
  await new Promise((resolve) => second.once('finish', () => setTimeout(resolve, 50)))
  second.destroy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  asked[0]?.()

  expect(await first).toMatchObject({ status: 200 })
  expect(await knock(program)).toMatchObject({ status: 200, text: '{}' })
})

test('a slow reader holds nobody up, whether the answer waits for the reader or not', async () => {
  const large = Buffer.alloc(2 ** 25, 'a')
  let answers = 0
  const { port, knock } = await aFrontDoor(
    (_request, response) => {
      answers += 1
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      if (answers === 1) response.end(large)
      else if (answers === 2) Readable.from([large, large, large]).pipe(response)
      else response.end('read')
    },
    { deadline: 300 },
  )
  const slow = [ask(port), ask(port)]
  await expect.poll(() => answers).toBe(2)

  expect(await knock(program)).toMatchObject({ status: 200, text: 'read' })
  for (const reader of slow) reader.destroy()
})

test('an answer that is still going out when it is late comes whole', async () => {
  const { knock } = await aFrontDoor(
    async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('one ')
      await new Promise((resolve) => setTimeout(resolve, 200))
      response.end('two')
    },
    { deadline: 50 },
  )
  expect(await knock(program)).toMatchObject({ status: 200, text: 'one two' })
})

test('a handler hears that its reader has gone, also after the answer was late', async () => {
  const heard: string[] = []
  const { port } = await aFrontDoor(
    (_request, response) => {
      response.once('close', () => heard.push('gone'))
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.write('one ')
    },
    { deadline: 50 },
  )
  const reader = ask(port)
  await new Promise((resolve) => reader.once('response', resolve))
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect(heard).toEqual([])
  reader.destroy()
  await expect.poll(() => heard).toEqual(['gone'])
})
