import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freeSpace } from './free-space'

test('a folder that is there, and one that would be made, have room', async () => {
  const there = await freeSpace(tmpdir())
  expect(there).toBeGreaterThan(0)
  expect(await freeSpace(join(tmpdir(), 'not-made', 'yet'))).toBeGreaterThan(0)
})

test('what cannot be asked is a fault, not a number', async () => {
  await expect(freeSpace('/dev/null/under-a-file')).rejects.toThrow()
})
