import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aMember } from '@/db/testing/a-paper'
import { takeInPicture } from '@/domain/media/take-in-picture'
import { newId } from '@/lib/new-id'
import { GET } from './route'

const bytes = await sharp({ create: { width: 700, height: 350, channels: 3, background: '#123456' } })
  .png()
  .toBuffer()
const taken = await takeInPicture(await aMember({ rank: 'editor' }), bytes, { alt: 'Blue', credit: 'Nobody' })
const id = taken.ok ? taken.value.id : ''

const ask = (file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/media/${file}`, { headers }), { params: Promise.resolve({ file }) })

test('a picture is sent in the width that was asked for, and may be kept for good', async () => {
  const answer = await ask(`${id}-480.webp`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 480 })
  expect(await sharp(Buffer.from(await (await ask(id)).arrayBuffer())).metadata()).toMatchObject({ width: 700 })
})

test.each([
  `${id}-960.webp`,
  `${id}-480.png`,
  `${newId()}-480.webp`,
  `${id}-0480.webp`,
  'x',
  '-'.repeat(36),
  '../secret',
])('there is no %s', async (file) => {
  const answer = await ask(file)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
})
