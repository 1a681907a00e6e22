import type { IncomingMessage, RequestListener } from 'node:http'
import { connect } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aForm, aFrontDoor } from './testing/front-door.ts'

const origin = 'https://paper.example'
const page = '<!DOCTYPE html><html lang="en"><body><main>Too long, <textarea>typed</textarea></main></body></html>'

/** Answers when it has read the whole form, as Next does. */
function answering(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return async (request, response) => {
    await buffer(request)
    response.writeHead(status, { 'content-type': 'text/plain', ...headers })
    response.end(body)
  }
}

test('a form that is taken goes on to where its action leads, untouched', async () => {
  const arrived: Record<string, unknown>[] = []
  const { knock } = await aFrontDoor(async (request: IncomingMessage, response) => {
    const form = await new Response(await buffer(request), { headers: request.headers as never }).formData()
    arrived.push(Object.fromEntries(form))
    response.writeHead(303, { location: '/articles/a#c1', 'set-cookie': 'session=1' }).end()
  })
  const answer = await knock('/articles/a', await aForm({ text: 'About time.', name: 'Ida Ø' }))

  expect(answer).toMatchObject({ status: 303, headers: { location: '/articles/a#c1', 'set-cookie': ['session=1'] } })
  expect(arrived).toEqual([{ $ACTION_ID_60ab: '', text: 'About time.', name: 'Ida Ø' }])
})

test('the page again, with the error and the typed text, is passed on', async () => {
  const { knock } = await aFrontDoor(answering(200, page, { 'content-type': 'text/html' }))

  expect(await knock('/articles/a', await aForm({ text: 'typed' }))).toMatchObject({ status: 200, text: page })
})

const emptyPage = '<!DOCTYPE html><html id="__next_error__"><body></body></html>'

test.each([
  { says: 'a form of another build', next: answering(409, 'Failed to find Server Action'), status: 409, again: false },
  { says: 'a form that is none of ours', next: answering(400, 'Invalid Server Actions'), status: 400, again: false },
  { says: 'an action that forbids', next: answering(403, emptyPage), status: 403, again: false },
  { says: 'an action that finds nothing', next: answering(404, emptyPage), status: 404, again: false },
  { says: 'an action that throws', next: answering(500, 'Internal Server Error'), status: 500, again: true },
  {
    says: 'a page that nobody can read',
    next: answering(200, emptyPage, { 'content-type': 'text/html' }),
    status: 500,
    again: true,
  },
])('$says: $status, and the text comes back', async ({ next, status, again }) => {
  const { knock } = await aFrontDoor(next)
  const answer = await knock('/articles/a', await aForm({ text: 'A long thought.\nAnd another.' }))

  expect(answer).toMatchObject({ status, headers: { 'cache-control': 'no-store' } })
  expect(answer.text).toContain('readonly rows="3">\nA long thought.\r\nAnd another.</textarea>')
  expect(answer.text.includes('Send again')).toBe(again)
  expect(answer.text).toContain(again ? 'It may already have been saved' : 'It was not saved')
})

test('a form from another site is refused before the site sees it, and cannot be sent again with one click', async () => {
  let asked = 0
  const { knock } = await aFrontDoor((_request, response) => {
    asked++
    response.end()
  })
  const form = await aForm({ text: 'Vote for me' })
  const strangers: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const stranger of strangers) {
    const answer = await knock('/articles/a', { ...form, headers: { ...form.headers, ...stranger } })
    expect(answer).toMatchObject({ status: 403 })
    expect(answer.text).toContain('Vote for me')
    expect(answer.text).not.toMatch(/Send again|method="post"/)
  }
  expect(asked).toBe(0)
  await knock('/articles/a', { ...form, headers: { ...form.headers, origin } })
  expect(asked).toBe(1)
})

test('while the database is away a form is answered 503 and may be sent again as it was', async () => {
  const { knock } = await aFrontDoor(answering(500, ''), { isDatabaseReachable: async () => false })
  const answer = await knock('/articles/a', await aForm({ text: 'typed', oneTimeKey: 'k-1', articleId: 'a-1' }))

  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })
  expect(answer.text).toContain('<form action="/articles/a" method="post" enctype="multipart/form-data">')
  for (const hidden of ['$ACTION_ID_60ab', 'oneTimeKey', 'articleId', 'text']) {
    expect(answer.text).toContain(`<input type="hidden" name="${hidden}" value="`)
  }
  expect(answer.text).not.toMatch(/<label[^>]*>(\$ACTION|oneTimeKey|articleId)/)
})

test('an action that takes too long: the text comes back and what it writes later goes nowhere', async () => {
  let wrote = false
  const { knock } = await aFrontDoor(
    async (request, response) => {
      await buffer(request)
      await pause(150)
      response.writeHead(303, { location: '/too-late' }).end()
      wrote = true
    },
    { deadline: 50 },
  )
  const answer = await knock('/articles/a', await aForm({ text: 'typed' }))

  expect(answer).toMatchObject({ status: 503 })
  expect(answer.text).toMatch(/too long[\s\S]*typed/)
  await expect.poll(() => wrote).toBe(true)
})

test('a slow upload is not taken for a slow answer', async () => {
  const { port } = await aFrontDoor(answering(303, '', { location: '/done' }), { deadline: 600 })
  const { headers, body } = await aForm({ text: 'a slow line' })
  const socket = connect(port, '127.0.0.1')
  const answer = text(socket)
  const head = `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n`
  socket.write(`${head}Content-Type: ${headers['content-type']}\r\n\r\n`)
  for (let sent = 0; sent < body.length; sent += 20) {
    socket.write(body.subarray(sent, sent + 20))
    await pause(80)
  }
  expect(await answer).toMatch(/^HTTP\/1\.1 303/)
})

test('codes and passwords are written nowhere again', async () => {
  const { knock } = await aFrontDoor(answering(500, ''))
  const secrets = { code: '48151', confirmationCode: '62342', 'confirmation-code': '10888', password: 'hunter2' }
  const { text } = await knock('/articles/a', await aForm({ ...secrets, text: 'typed', postcode: 'AB1 2CD' }))

  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  expect(text).toContain('AB1 2CD')
})

test('nothing hostile in names, values or the address becomes markup', async () => {
  const { knock } = await aFrontDoor(answering(500, ''))
  const hostile = '</textarea><script>alert(1)</script><b a="\'">&amp;'
  const { text } = await knock('//evil.example/"><script>', await aForm({ [hostile]: hostile }))

  expect(text).not.toMatch(/<script|<b a=|<\/textarea><script/)
  expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b a=&quot;&#39;&quot;&gt;&amp;amp;')
  expect(text).toContain('action="/evil.example/&quot;&gt;')
})

test('files pass by and are not kept, the text around them is; too large a form is told so', async () => {
  const { knock } = await aFrontDoor(answering(500, 'Body exceeded 6mb limit'))
  const picture = new Blob(['PICTURE'.repeat(1_000_000)], { type: 'image/png' })
  const small = await knock('/newsroom/media', await aForm({ alt: 'A bridge', file: new Blob(['PICTURE']) }))
  const large = await knock('/newsroom/media', await aForm({ alt: 'A bridge', file: picture, caption: 'at dusk' }))

  expect(small).toMatchObject({ status: 500 })
  expect(large).toMatchObject({ status: 413 })
  expect(large.text).toMatch(/A bridge[\s\S]*at dusk/)
  expect(small.text + large.text).not.toContain('PICTURE')
})

test('text beyond what is kept is not held back in silence', async () => {
  const { knock } = await aFrontDoor(answering(500, ''))
  const { text } = await knock('/articles/a', await aForm({ name: 'Ida', text: 'x'.repeat(2 ** 20 + 1) }))

  expect(text).toMatch(/too long to be shown[\s\S]*Ida/)
})

test('a form that Next would draw the page over is refused: without action, or urlencoded', async () => {
  const { knock } = await aFrontDoor(answering(200, page, { 'content-type': 'text/html' }))
  const urlencoded = new URLSearchParams({ $ACTION_ID_60ab: '', text: 'typed & kept' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await knock('/articles/a', { method: 'POST', headers, body: urlencoded })

  expect(answer).toMatchObject({ status: 400 })
  expect(answer.text).toContain('typed &amp; kept')
})

test('a form that lies about its shape, or breaks off, harms nobody', async () => {
  const { knock } = await aFrontDoor(answering(500, ''))
  const headers = { 'content-type': 'multipart/form-data' }
  const shapeless = await knock('/a', { method: 'POST', headers, body: 'no boundary' })
  const bounded = { 'content-type': 'multipart/form-data; boundary=b' }
  const torn = await knock('/a', {
    method: 'POST',
    headers: bounded,
    body: '--b\r\nContent-Disposition: form-data; name="t"\r\n\r\nhalf',
  })

  for (const answer of [shapeless, torn]) {
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.text).toMatch(/did not arrive as a form should[\s\S]*not saved/)
    expect(answer.text).not.toMatch(/already have been saved|Send again/)
  }
})

test('a form that breaks off anywhere was not saved, and what came of it comes back', async () => {
  const { knock } = await aFrontDoor(answering(500, ''))
  const { method, headers, body } = await aForm({ text: 'A long thought.', file: new Blob(['PICTURE'.repeat(2000)]) })
  for (const length of [body.length - 10, body.length - 2000, body.length - 14_000]) {
    const answer = await knock('/articles/a', { method, headers, body: body.subarray(0, length) })
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.text).toContain('A long thought.')
    expect(answer.text).not.toContain('already have been saved')
  }
  expect(await knock('/articles/a', { method, headers, body })).toMatchObject({ status: 500 })
})

test('forms that have to wait for their turn arrive whole, however many are sent at once', async () => {
  const arrived: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { knock } = await aFrontDoor(async (request, response) => {
    await held
    arrived.push(await text(request))
    answering(200, page)(request, response as never)
  })
  const sending = Array.from({ length: 40 }, async (_, i) =>
    knock('/articles/a', await aForm({ text: `Comment ${i}.` })),
  )
  await pause(200)
  release()

  expect((await Promise.all(sending)).map(({ status }) => status)).toEqual(Array(40).fill(200))
  for (let i = 0; i < 40; i++) expect(arrived.filter((body) => body.includes(`Comment ${i}.`))).toHaveLength(1)
})
