import { expect, test } from 'vitest'
import { addToEnvironment } from '../lib/env.ts'
import { log } from '../lib/log.ts'
import { aForm, aFrontDoor, answering, remembering } from './testing/front-door.ts'

const drawn = '<!DOCTYPE html><html><head></head><body><p>Bridge reopens</p></body></html>'

/** The policy of an answer, by its directives. */
const policyIn = (headers: Record<string, unknown>) =>
  Object.fromEntries(
    String(headers['content-security-policy'])
      .split('; ')
      .map((directive) => [directive.split(' ', 1)[0], directive.replace(/^\S+ /, '')]),
  )

test('a document runs scripts of the site’s own address only, and none that stands in it', async () => {
  const caching: Record<string, string>[] = [{ 'cache-control': 's-maxage=60' }, {}]
  for (const headers of caching) {
    const { knock } = await aFrontDoor(answering(200, drawn, headers))
    for (const path of ['/', '/', '/search?q=a', '/sign-in']) {
      const answer = await knock(path)
      expect(policyIn(answer.headers)).toMatchObject({
        'default-src': "'self'",
        'script-src': "'self'",
        'require-trusted-types-for': "'script'",
        'trusted-types': 'courant-page',
        'base-uri': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
      })
      expect(answer.headers['permissions-policy']).toContain('geolocation=()')
    }
  }
})

test('a desk’s scripts carry a nonce, another one each time, and Next is told it', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const form = await aForm({ text: 'typed' })
  const answers = [await knock('/moderation'), await knock('/moderation'), await knock('/moderation', form)]
  const policies = answers.map(({ headers }) => policyIn(headers)['script-src'])

  expect(policies).toEqual(policies.map(() => expect.stringMatching(/^'self' 'nonce-[\w+/]{24}'$/)))
  expect(new Set(policies).size).toBe(3)
  expect(asked.map(({ headers }) => policyIn(headers)['script-src'])).toEqual(policies)
})

test('nobody else puts a nonce into a page', async () => {
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const policy = "script-src 'nonce-mine'"
  const headers = { 'content-security-policy': policy, 'content-security-policy-report-only': policy }
  for (const path of ['/', '/search', '/moderation']) await knock(path, { headers })

  expect(JSON.stringify(asked)).not.toContain('mine')
  expect(asked[1]?.headers).not.toHaveProperty('content-security-policy')
})

test('no policy lets a script stand in a page without a nonce, or be made of text', async () => {
  const { knock } = await aFrontDoor(answering(200, drawn))
  const broken = await aFrontDoor(answering(500, '', { 'content-type': 'text/plain' }))
  const answers = [await knock('/'), await knock('/moderation'), await knock('/%zz'), await broken.knock('/')]
  for (const { headers } of [...answers, await knock('/media/a.webp'), await knock('/_next/static/a.css')]) {
    expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*|https?:|strict-dynamic/)
    expect(policyIn(headers)['frame-ancestors']).toBe("'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
  }
})

test('browsers are told to come by TLS only where the site is there', async () => {
  const { knock } = await aFrontDoor(answering(200, drawn))
  const hsts = async (path: string) => (await knock(path)).headers['strict-transport-security']
  addToEnvironment({ SITE_URL: 'https://paper.example' })
  expect([await hsts('/'), await hsts('/_next/static/a.css')]).toEqual(Array(2).fill('max-age=31536000'))
  addToEnvironment({ SITE_URL: 'http://paper.example' })
  expect([await hsts('/search'), await hsts('/_next/static/a.css')]).toEqual([undefined, undefined])
})

const violation = {
  'csp-report': {
    'document-uri': 'https://paper.example/search?q=my+secret',
    'effective-directive': 'script-src-elem',
    'blocked-uri': 'https://evil.example/a.js?for=reader',
  },
}

test('what a policy forbade is told to the log, without what a reader asked for', async () => {
  const told: unknown[] = []
  const { warn } = log
  log.warn = (...said: unknown[]) => void told.push(said[0])
  const { knock } = await aFrontDoor(answering(500, ''))
  const answer = await knock('/policy-reports', { method: 'POST', body: JSON.stringify(violation) })
  log.warn = warn

  expect(answer).toMatchObject({ status: 204, text: '' })
  expect(told).toEqual([
    expect.objectContaining({
      page: 'paper.example/search',
      directive: 'script-src-elem',
      blocked: 'evil.example/a.js',
    }),
  ])
})

test('a report that is none, or is too long, is not read; and nobody sends many', async () => {
  const one = { points: 3, duration: 60 }
  const { knock } = await aFrontDoor(answering(500, ''), { allowances: { pages: one, forms: one, reports: one } })
  const send = async (body: string) => (await knock('/policy-reports', { method: 'POST', body })).status

  expect(await send('{"csp-report":')).toBe(400)
  expect(await send('[]')).toBe(400)
  expect(await send(JSON.stringify({ padding: 'x'.repeat(20_000) }))).toBe(413)
  expect(await send(JSON.stringify(violation))).toBe(429)
})
