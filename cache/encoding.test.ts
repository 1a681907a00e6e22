import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeOnce } from './encoding'
import { drawStatusPage } from './status-page'

test('the page of a crowded moment is worked on once, however many get it', async () => {
  const [first, second] = [drawStatusPage(503), drawStatusPage(503)]
  const sent = await encodeOnce(first.body, 'br')
  expect(await encodeOnce(second.body, 'br')).toBe(sent)
  expect(brotliDecompressSync(sent)).toEqual(first.body)
})

test('a body is kept apart for each encoding, and from other bodies', async () => {
  const body = Buffer.from('one')
  expect(await encodeOnce(body, 'identity')).toBe(body)
  expect(await encodeOnce(body, 'gzip')).not.toEqual(await encodeOnce(body, 'br'))
  expect(await encodeOnce(Buffer.from('two'), 'gzip')).not.toEqual(await encodeOnce(body, 'gzip'))
})

test('a page for a status tells its own time to come again', () => {
  expect(drawStatusPage(429, 7).headers).toMatchObject({ 'retry-after': '7' })
  expect(drawStatusPage(429, 9).headers).toMatchObject({ 'retry-after': '9' })
  expect(drawStatusPage(404).headers).not.toHaveProperty('retry-after')
})
