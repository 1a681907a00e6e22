import { expect, test } from 'vitest'
import { hintCookie, sessionCookie, visitorCookie } from '@/auth/cookies'
import { addToEnvironment } from '@/lib/env'
import { aForm, aFrontDoor, remembering } from './testing/front-door.ts'

const own = 'https://paper.example'

const taken: Record<string, string>[] = [
  { origin: own },
  { origin: own, 'sec-fetch-site': 'same-origin', cookie: 'courant-session=1' },
  { 'sec-fetch-site': 'same-origin' },
  {},
  { cookie: 'theme=dark' },
]

const refused: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'http://paper.example' },
  { origin: 'https://paper.example:8443' },
  { origin: 'https://paper.example.evil.example' },
  { origin: 'null' },
  { origin: '' },
  { origin: own, 'sec-fetch-site': 'cross-site' },
  { origin: own, 'sec-fetch-site': 'same-site' },
  { origin: own, 'sec-fetch-site': 'none' },
  { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'none' },
  { cookie: 'courant-session=1' },
]

test.each(taken)('a form of our own pages is taken: %j', async (headers) => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const form = await aForm({ text: 'About time.' })
  await knock('/articles/a', { ...form, headers: { ...form.headers, ...headers } })
  expect(asked).toHaveLength(1)
})

test.each(refused)('a form that may be of another site is refused, and its text given back: %j', async (headers) => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const form = await aForm({ text: 'About time.' })
  const answer = await knock('/articles/a', { ...form, headers: { ...form.headers, ...headers } })
  expect(answer).toMatchObject({ status: 403 })
  expect(answer.text).toContain('About time.')
  expect(asked).toEqual([])
})

const bodies: Record<string, string>[] = [
  { 'content-type': 'text/plain', 'next-action': '60ab' },
  { 'content-type': 'application/json' },
  { 'content-type': 'multipart/form-data; boundary=b' },
  { 'content-type': 'multipart/form-data; boundary=b', 'next-action': '60ab' },
  {},
]

test.each(bodies)('whatever is sent, it is refused where it may be of another site: %j', async (headers) => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  for (const path of ['/articles/a', '/account', '/api/auth/signin/email', '/media/x', '/_next/x', '/healthz']) {
    for (const stranger of refused) {
      const answer = await knock(path, { method: 'POST', headers: { ...headers, ...stranger }, body: '[]' })
      expect([path, answer.status]).toEqual([path, 403])
    }
  }
  const put = await knock('/api/auth/session', { method: 'PUT', headers: { origin: 'https://evil.example' } })
  expect(put.status).toBe(403)
  expect(asked).toEqual([])
})

test('who only reads may come from anywhere', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  for (const headers of refused) await knock('/', { headers })
  expect(asked).toHaveLength(refused.length)
})

test('every cookie of ours is known as one', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const names = [hintCookie, visitorCookie, sessionCookie().name]
  addToEnvironment({ SITE_URL: own })
  for (const name of [...names, sessionCookie().name]) {
    const answer = await knock('/', { method: 'POST', headers: { cookie: `theme=dark; ${name}=1` } })
    expect([name, answer.status]).toEqual([name, 403])
  }
  expect(asked).toEqual([])
})
