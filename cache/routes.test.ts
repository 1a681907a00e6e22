import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kindOfRoute, storedAgent, wholeAgent, wholeAgentPattern } from './routes.ts'

const files = globSync('app/**/{page.tsx,route.ts}', { cwd: new URL('..', import.meta.url) })

/** `app/(reading)/articles/[slug]/page.tsx` is asked for as `/articles/x`. */
const addressOf = (file: string) =>
  file
    .replace(/^app|\/(page\.tsx|route\.ts)$/g, '')
    .replace(/\/\([^)]*\)/g, '')
    .replace(/\[[^\]]+\]/g, 'x') || '/'

const within = (folder: RegExp) => files.filter((file) => folder.test(file)).map(addressOf)

test.each(within(/^app\/\((reading|wire)\)\//))('%s is stored', (address) => {
  expect(kindOfRoute(address)).toBe('stored')
})

const ofPeople = within(/^app\/\(people\)\//)
const codes = ['/confirmation-code/x', '/confirmation-code/x/sound']
const desks = within(/^app\/(moderation|newsroom|\(people\)\/account)\//)

test.each(ofPeople.filter((address) => !codes.includes(address) && !desks.includes(address)))(
  '%s is drawn per request',
  (address) => {
    expect(kindOfRoute(address)).toBe('per-request')
  },
)

test.each(desks)('%s is a desk', (address) => {
  expect(kindOfRoute(address)).toBe('desk')
})

test('what stands under /api and /media is no page, nor is the picture or the sound of a code', () => {
  expect(ofPeople).toEqual(expect.arrayContaining(codes))
  expect(codes.map(kindOfRoute)).toEqual(['machine', 'machine'])
  expect(kindOfRoute('/api/viewer')).toBe('machine')
  expect(kindOfRoute('/media/a-320.webp')).toBe('picture')
  expect(kindOfRoute('/apiary')).toBe('stored')
})

test('no folder of routes is forgotten', () => {
  const known = /^app\/(\((reading|wire|people)\)|moderation|newsroom|api|media)\//
  expect(files.filter((file) => !known.test(file))).toEqual([])
})

test('of our two User-Agents one alone makes Next wait until it knows the status', () => {
  expect(wholeAgentPattern.test(wholeAgent)).toBe(true)
  expect(wholeAgentPattern.test(storedAgent)).toBe(false)
})
