import { Counter } from 'prom-client'
import { expect, onTestFinished, test } from 'vitest'
import { metrics } from '../lib/metrics.ts'
import { createTrust } from './client-address.ts'
import { aFrontDoor, remembering } from './testing/front-door.ts'
import type { Site } from './visit.ts'

const holds = async () => true
const fails = async () => false
const throws = () => Promise.reject(new Error('relation "secret" does not exist'))
const never = () => new Promise<boolean>(() => {})

const knocking = async (different: Partial<Site> = {}) => (await aFrontDoor(remembering().next, different)).knock

test('a site in order says that readers may come', async () => {
  const knock = await knocking({ checks: { migrations: holds, disk: holds } })
  const { status, headers, text } = await knock('/readyz')

  expect([status, JSON.parse(text)]).toEqual([200, { ready: true, database: true, migrations: true, disk: true }])
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
})

test('one thing out of order is named, and no reader is to come', async () => {
  const knock = await knocking({ checks: { migrations: fails, queue: throws, disk: holds } })
  const { status, text } = await knock('/readyz')

  expect(status).toBe(503)
  expect(JSON.parse(text)).toEqual({ ready: false, database: true, migrations: false, queue: false, disk: true })
  expect((await (await knocking({ isDatabaseReachable: fails }))('/readyz')).status).toBe(503)
})

test('while the database hangs the answer comes in time', async () => {
  const knock = await knocking({ isDatabaseReachable: never, checks: { migrations: never, disk: holds } })
  const began = performance.now()
  const { status, text } = await knock('/readyz')

  expect(performance.now() - began).toBeLessThan(2500)
  expect([status, JSON.parse(text)]).toEqual([503, { ready: false, database: false, migrations: false, disk: true }])
})

test('from afar one learns whether readers may come, not what is out of order', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.1' }
  const [well, ill] = [await knocking({ checks: { queue: holds } }), await knocking({ checks: { queue: fails } })]

  expect(await well('/readyz', { headers })).toMatchObject({ status: 200, text: '{"ready":true}' })
  expect(await ill('/readyz', { headers })).toMatchObject({ status: 503, text: '{"ready":false}' })
})

test('/metrics tells of the process and of what the site counts, without asking the site', async () => {
  const counter = new Counter({ name: 'courant_test_total', help: 'A test.', registers: [metrics] })
  onTestFinished(() => metrics.removeSingleMetric('courant_test_total'))
  counter.inc(3)
  const { asked, next } = remembering()
  const { knock } = await aFrontDoor(next)
  const { status, headers, text } = await knock('/metrics')

  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  expect(text).toContain('\nprocess_resident_memory_bytes ')
  expect(text).toContain('\ncourant_test_total 3\n')
  expect(asked).toEqual([])
})

const proxies = createTrust(['127.0.0.1', '10.9.0.0/16'])
const cases: [string, Record<string, string>, Partial<Site>, number][] = [
  ['a machine in the private network, through our proxy', { 'x-forwarded-for': '192.168.1.7' }, {}, 200],
  ['a machine in the private network, by IPv6', { 'x-forwarded-for': 'fd00::7' }, {}, 200],
  ['the machine of our proxy itself', {}, {}, 200],
  ['a reader, through our proxy', { 'x-forwarded-for': '198.51.100.1' }, {}, 404],
  ['a reader, by IPv6', { 'x-forwarded-for': '2001:db8::1' }, {}, 404],
  ['a reader who claims to be near', { 'x-forwarded-for': '127.0.0.1, 198.51.100.1' }, {}, 404],
  ['a reader through two proxies of ours', { 'x-forwarded-for': '198.51.100.1, 10.9.0.1' }, {}, 404],
  ['somebody whom our proxy does not name', { 'x-forwarded-for': 'unknown' }, {}, 404],
  ['somebody for whom only another header speaks', { forwarded: 'for=198.51.100.1' }, {}, 404],
  [
    'anybody through a proxy that nobody named',
    { 'x-forwarded-for': '192.168.1.7' },
    { isTrustedProxy: () => false },
    404,
  ],
  ['anybody through such a proxy that says little', { via: '1.1 cache' }, { isTrustedProxy: () => false }, 404],
]

test.each(cases)('/metrics and %s', async (_, headers, different, status) => {
  const knock = await knocking({ isTrustedProxy: proxies, ...different })
  const answer = await knock('/metrics', { headers })

  expect(answer.status).toBe(status)
  if (status === 404) expect(answer.text).not.toContain('process_')
})
