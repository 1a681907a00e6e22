import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bundleEnhancements } from './bundle-enhancements'

test('the documents’ script is under 10 kB, and its address changes with it', async () => {
  const [small, large] = [await bundleEnhancements(), await bundleEnhancements({ minify: false })]

  expect(gzipSync(small.code).byteLength).toBeLessThan(10_000)
  expect(small.address).toMatch(/^\/enhance\/[0-9a-f]{16}\.js$/)
  expect(small.address).not.toBe(large.address)
})

test('it writes no markup and no style of its own into a page', async () => {
  const { code } = await bundleEnhancements()
  expect(code.toString()).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.style\b|"style"|eval\(/)
})
