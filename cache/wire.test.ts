import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createWires } from './wire'

const body = Buffer.from('Bridge reopens. '.repeat(2000))
const whole = {
  status: 200,
  head: ['content-type', 'text/plain', 'content-length', String(body.byteLength), 'age', '3'],
  body,
}
const unchanged = { status: 304, head: ['etag', '"a"', 'age', '3'], body: undefined }
/** Far from Node's own clock, so that the tests say what second it is. */
const aMoment = 1_000_000

/** A server that sends on wires, and how often Node had to write the head itself. */
async function aServer() {
  const now = { at: aMoment }
  const send = createWires()
  let heads = 0
  const server = createServer((request, out) => {
    const { writeHead } = out
    out.writeHead = (...said: unknown[]) => {
      heads += 1
      return Reflect.apply(writeHead, out, said)
    }
    if (request.url === '/own') out.setHeader('x-own', 'yes')
    send(request, out, request.headers['if-none-match'] ? unchanged : whole, now.at)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, now, headsByNode: () => heads }
}

const ask = (path = '/', more = '', method = 'GET', version = '1.1') =>
  `${method} ${path} HTTP/${version}\r\nHost: paper.example\r\n${more}\r\n`

/** Everything that a connection answers to so many requests, sent at once, the last of which closes it. */
function answersTo(port: number, ...requests: string[]) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('end', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.write([...requests, ask('/', 'Connection: close\r\n')].join(''))
  })
}

const answersIn = (said: string) => said.split(/(?=HTTP\/1\.1 )/)

test('later answers of a second are, byte for byte, what Node wrote first', async () => {
  const { port, headsByNode } = await aServer()
  const [first, second, third, last] = answersIn(await answersTo(port, ask(), ask(), ask()))
  expect(first).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(first?.endsWith(`\r\n\r\n${body}`)).toBe(true)
  expect([second, third]).toEqual([first, first])
  expect(last).toContain('Connection: close')
  // The first, and the one that ends the connection.
  expect(headsByNode()).toBe(2)
})

test('the next second has a head of its own', async () => {
  const { port, now, headsByNode } = await aServer()
  await answersTo(port, ask(), ask())
  now.at += 1000
  await answersTo(port, ask(), ask())
  expect(headsByNode()).toBe(4)
})

test('who knows the page gets 304 without a body, in turn with others who get it whole', async () => {
  const { port } = await aServer()
  const known = ask('/', 'If-None-Match: "a"\r\n')
  const said = answersIn(await answersTo(port, known, ask(), known, ask()))
  expect(said.map((answer) => answer.split(' ')[1])).toEqual(['304', '200', '304', '200', '200'])
  expect(said[2]).toBe(said[0])
  expect(said[2]?.endsWith('\r\n\r\n')).toBe(true)
})

test.each([
  ['asks for the head alone', ask('/', '', 'HEAD'), /^HTTP\/1\.1 200 OK\r\n(?:.+\r\n)+\r\n$/],
  ['gets a header more', ask('/own'), /\r\nx-own: yes\r\n/i],
])('who %s is answered by Node itself, and so are others not like that', async (_, unusual, answer) => {
  const { port } = await aServer()
  const [first, other, third] = answersIn(await answersTo(port, ask(), unusual, ask()))
  expect(other).toMatch(answer)
  expect(third).toBe(first)
})

test('who speaks HTTP 1.0 is told that the connection ends where it does', async () => {
  const { port } = await aServer()
  const known = 'If-None-Match: "a"\r\nConnection: keep-alive\r\n'
  await answersTo(port, ask('/', known), ask('/', known))
  expect(await answersTo(port, ask('/', known, 'GET', '1.0'))).toMatch(
    /^HTTP\/1\.1 304 [\s\S]*\r\nConnection: close\r\n\r\n$/,
  )
})

test('a reader who takes nothing for a while gets the bytes that were sent to them', async () => {
  const { port, now } = await aServer()
  const requests = Array.from({ length: 300 }, () => ask())
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').on('error', reject)
    const chunks: Buffer[] = []
    socket.pause()
    socket.write([...requests, ask('/', 'Connection: close\r\n')].join(''))
    setTimeout(() => {
      now.at += 5000
      socket.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks).toString()))
      socket.resume()
    }, 300)
  })
  const answers = answersIn(said)
  expect(answers).toHaveLength(301)
  expect(new Set(answers.slice(0, -1).map((answer) => answer.slice(-body.byteLength)))).toEqual(new Set([String(body)]))
})
