import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPicture, findRendition } from '@/db/queries/media'
import { cacheInvalidation, mediaRendition } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { ranks, stranger } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { publishArticle } from '../article/publish-article'
import { aDraft } from '../article/testing/a-draft'
import { rewordPicture, takeInPicture } from './take-in-picture'

const editor = await aMember({ rank: 'editor' })
const words = { alt: 'A red square', credit: 'Picture: Ada Pilot' }

function drawn(width: number, height: number, red = 200) {
  return sharp({ create: { width, height, channels: 3, background: { r: red, g: 20, b: 20 } } })
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  'a picture in %s is taken in, in the widths of the site',
  async (format) => {
    const outcome = await takeInPicture(
      editor,
      await drawn(1000, 500, format.length * 9)
        .toFormat(format)
        .toBuffer(),
      words,
    )
    const id = outcome.ok ? outcome.value.id : ''
    expect(await findPicture(id)).toMatchObject({ ...words, width: 1000, height: 500 })
    const rows = await db
      .select()
      .from(mediaRendition)
      .where(eq(mediaRendition.mediaId, id))
      .orderBy(mediaRendition.width)
    expect(rows.map((row) => row.width)).toEqual([480, 960, 1000])
    expect(await sharp(rows[0]?.bytes).metadata()).toMatchObject({ format: 'webp', width: 480, height: 240 })
  },
)

test('a picture stands upright and says nothing of where it was taken', async () => {
  const bytes = await drawn(600, 300)
    .withExif({ IFD0: { Artist: 'Somebody', Orientation: '6' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Somebody')
  const turned = await sharp(bytes).withMetadata({ orientation: 6 }).jpeg().toBuffer()

  const outcome = await takeInPicture(editor, turned, words)
  const id = outcome.ok ? outcome.value.id : ''
  expect(await findPicture(id)).toMatchObject({ width: 300, height: 600 })
  const rendition = await findRendition(id, undefined)
  const metadata = await sharp(rendition?.bytes).metadata()
  expect(metadata).toMatchObject({ width: 300, height: 600 })
  expect(metadata.exif).toBeUndefined()
  expect(metadata.orientation).toBeUndefined()
})

test('the same picture is stored once, and the words that were given last stand beside it', async () => {
  const bytes = await drawn(400, 300).png().toBuffer()
  const outcomes = await Promise.all([takeInPicture(editor, bytes, words), takeInPicture(editor, bytes, words)])
  const id = outcomes[0].ok ? outcomes[0].value.id : ''
  expect(outcomes[1]).toMatchObject({ value: { id } })
  await takeInPicture(editor, bytes, { alt: 'A better description', credit: words.credit })
  expect(await findPicture(id)).toMatchObject({ alt: 'A better description' })
})

test('new words for a picture reach every page that shows it', async () => {
  const outcome = await takeInPicture(editor, await drawn(500, 300).png().toBuffer(), words)
  const pictureId = outcome.ok ? outcome.value.id : ''
  const { articleId } = await aDraft(editor, { text: { pictureId } })
  await publishArticle(editor, { articleId, versionNo: 1, isMinor: false })
  await db.delete(cacheInvalidation)

  expect(await rewordPicture(editor, pictureId, words)).toMatchObject({ ok: true })
  expect(await db.select().from(cacheInvalidation)).toEqual([])
  await rewordPicture(editor, pictureId, { ...words, credit: 'Picture: Somebody else' })
  const [told] = await db.select().from(cacheInvalidation)
  expect(told?.tags).toEqual(expect.arrayContaining([`picture:${pictureId}`, `article:${articleId}`, 'front']))
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'

test.each([
  ['a drawing in SVG', Buffer.from(svg)],
  [
    'a GIF',
    Buffer.from(
      'GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
      'latin1',
    ),
  ],
  ['a page', Buffer.from('<!doctype html><p>Hello')],
  ['nothing', Buffer.alloc(0)],
  ['a JPEG by its first bytes alone', Buffer.from('\xff\xd8\xff\xe0nothing else', 'latin1')],
  ['half a PNG', (await drawn(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 4000)],
])('%s is not taken in', async (_, bytes) => {
  expect(await takeInPicture(editor, bytes, words)).toEqual({ ok: false, refusal: 'not-a-picture' })
})

test('a picture that would fill the memory, or the disk, is refused before it is decoded', async () => {
  const bomb = await drawn(9000, 6000).png().toBuffer()
  expect(await takeInPicture(editor, bomb, words)).toMatchObject({ refusal: 'too-many-pixels' })
  expect(await takeInPicture(editor, Buffer.alloc(5_000_001), words)).toMatchObject({ refusal: 'picture-too-large' })
  expect(await takeInPicture(editor, await drawn(20, 2000).png().toBuffer(), words)).toMatchObject({
    refusal: 'too-long-a-strip',
  })
})

test('a picture needs a description and a credit', async () => {
  const bytes = await drawn(40, 30).png().toBuffer()
  expect(await takeInPicture(editor, bytes, { ...words, alt: '' })).toMatchObject({ refusal: 'no-alt' })
  expect(await takeInPicture(editor, bytes, { ...words, credit: '' })).toMatchObject({ refusal: 'no-credit' })
  expect(await rewordPicture(editor, newId(), { ...words, alt: '' })).toMatchObject({ refusal: 'no-alt' })
  expect(await rewordPicture(editor, newId(), { ...words, credit: '' })).toMatchObject({ refusal: 'no-credit' })
  expect(await rewordPicture(editor, newId(), words)).toMatchObject({ refusal: 'no-such-picture' })
})

test('only the newsroom takes pictures in', async () => {
  const bytes = await drawn(41, 30).png().toBuffer()
  const others = ranks.filter((rank) => rank !== 'editor' && rank !== 'admin')
  const actors = [stranger, ...(await Promise.all(others.map((rank) => aMember({ rank }))))]
  for (const actor of actors) {
    expect(await takeInPicture(actor, bytes, words)).toMatchObject({ refusal: 'not-allowed' })
    expect(await rewordPicture(actor, newId(), words)).toMatchObject({ refusal: 'not-allowed' })
  }
})
