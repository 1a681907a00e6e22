import { expect, test } from 'vitest'
import { serverWords } from '../lib/words/server.ts'
import { aForm, aFrontDoor, answering, page } from './testing/front-door.ts'

const allowances = {
  pages: { points: 2, duration: 60 },
  forms: { points: 1, duration: 60 },
  reports: { points: 1, duration: 60 },
}
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const behindProxy = { allowances, isTrustedProxy: () => true }

test('each answer that is drawn for one person tells what is left, and who has used it up is told when to come again', async () => {
  const { knock } = await aFrontDoor(answering(200, page), behindProxy)
  const first = await knock('/search?q=a', from('192.0.2.1'))
  expect(first.headers).toMatchObject({ 'ratelimit-policy': '"pages";q=2;w=60', ratelimit: '"pages";r=1;t=60' })
  await knock('/search?q=a', from('192.0.2.2'))
  const third = await knock('/search?q=a', from('192.0.2.3'))

  expect(third).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } })
  expect(third.text).toContain(serverWords.pages[429].text)
  expect((await knock('/search?q=a', from('198.51.100.1'))).status).toBe(200)
})

test('pages that are stored for everyone are not counted', async () => {
  const { knock } = await aFrontDoor(answering(200, page, { 'cache-control': 's-maxage=60' }), behindProxy)
  for (const path of ['/', '/articles/a', '/articles/b', '/']) {
    const answer = await knock(path, from('192.0.2.1'))
    expect([answer.status, answer.headers.ratelimit]).toEqual([200, undefined])
  }
})

test('who sends too many forms gets the text back', async () => {
  const { knock } = await aFrontDoor(answering(200, page), behindProxy)
  const form = await aForm({ text: 'Typed with care' })
  const sent = { ...form, headers: { ...form.headers, ...from('192.0.2.1').headers } }
  expect((await knock('/articles/a', sent)).status).toBe(200)
  const refused = await knock('/articles/a', sent)

  expect(refused).toMatchObject({ status: 429, headers: { ratelimit: '"forms";r=0;t=60' } })
  expect(refused.headers).toHaveProperty('retry-after')
  expect(refused.text).toContain('Typed with care')
  expect(refused.text).toContain(serverWords.recovery.reasons['too-many'])
})

test('an address that nobody vouches for does not change who is counted', async () => {
  const { knock } = await aFrontDoor(answering(200, page), { allowances })
  for (const address of ['192.0.2.1', '198.51.100.1']) await knock('/search?q=a', from(address))
  expect((await knock('/search?q=a', from('203.0.113.1'))).status).toBe(429)
})
