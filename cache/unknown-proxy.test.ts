import { expect, test } from 'vitest'
import { createTrust } from './client-address.ts'
import { aFrontDoor, answering, page } from './testing/front-door.ts'
import { watchForProxy } from './unknown-proxy.ts'

const trust = createTrust(['10.0.0.0/8'])

function watching() {
  let told = 0
  const watch = watchForProxy(trust, () => told++)
  const come = (remoteAddress: string, headers: Record<string, string>) =>
    watch({ headers, socket: { remoteAddress } as never })
  return { come, told: () => told }
}

test('a proxy that the site was not told of is spoken of once', () => {
  const { come, told } = watching()
  come('172.17.0.1', { 'x-forwarded-for': '198.51.100.1' })
  come('172.17.0.1', { 'x-forwarded-for': '198.51.100.2' })
  expect(told()).toBe(1)
})

test('nothing is said of a proxy that is known, nor of readers who come by themselves', () => {
  const { come, told } = watching()
  come('10.1.2.3', { 'x-forwarded-for': '198.51.100.1' })
  come('::ffff:10.1.2.3', { 'x-forwarded-for': '198.51.100.1' })
  come('203.0.113.7', {})
  expect(told()).toBe(0)
})

test('nothing is said of what the site asks itself, and a proxy on this machine is spoken of all the same', () => {
  const { come, told } = watching()
  come('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })
  come('::1', { 'x-forwarded-for': '198.51.100.1', rsc: '1' })
  expect(told()).toBe(0)
  come('127.0.0.1', { 'x-forwarded-for': '198.51.100.1' })
  expect(told()).toBe(1)
})

test('the front door asks of every peer whether it is trusted, until it has told', async () => {
  const asked: string[] = []
  const isTrustedProxy = (address: string) => asked.push(address) === 0
  const { knock } = await aFrontDoor(answering(200, page), { isTrustedProxy })
  const headers = { 'x-forwarded-for': '198.51.100.1' }
  const asksOf = async () => {
    const before = asked.length
    await knock('/', { headers })
    return asked.length - before
  }
  const [first, second] = [await asksOf(), await asksOf()]
  expect(first).toBe(second + 1)
})
