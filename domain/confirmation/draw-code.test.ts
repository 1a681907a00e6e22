import sharp from 'sharp'
import { expect, test } from 'vitest'
import { alphabet } from './confirmation-code'
import { drawCode } from './draw-code'

test('the picture is a PNG of twice the size at which it is shown', async () => {
  expect(await sharp(await drawCode('ACDEH', 'one')).metadata()).toMatchObject({
    format: 'png',
    width: 440,
    height: 160,
  })
})

test('asking again gives the same picture, so that nothing can be averaged out of many', async () => {
  expect(await drawCode('ACDEH', 'one')).toEqual(await drawCode('ACDEH', 'one'))
  expect(await drawCode('ACDEH', 'one')).not.toEqual(await drawCode('ACDEH', 'two'))
})

test('every letter of the alphabet leaves ink, also five of the widest', async () => {
  for (const letter of alphabet) {
    const [least, most] = [await inkOf(letter), await inkOf(letter.repeat(5))]
    expect(least).toBeGreaterThan(0.01)
    expect(most).toBeGreaterThan(least * 2)
  }
})

test('nothing is cut off at the edges, whatever the letters', async () => {
  for (const answer of ['MMMMM', 'NMKMN', 'LJTEA']) {
    for (const seed of ['one', 'two', 'three', 'four']) expect(await inkAtEdges(answer, seed)).toBeLessThan(0.12)
  }
})

const dark = (value: number) => value < 100

/** The share of dark points in the picture, beyond those of a picture without letters. */
async function inkOf(answer: string) {
  return (await shareOfDark(answer)) - (await shareOfDark(''))
}

async function shareOfDark(answer: string) {
  const { data } = await sharp(await drawCode(answer, 'one'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.filter(dark).length / data.length
}

async function inkAtEdges(answer: string, seed: string) {
  const rows = await sharp(await drawCode(answer, seed))
    .greyscale()
    .raw()
    .toBuffer()
  const edges = [...rows.subarray(0, 440 * 3), ...rows.subarray(-440 * 3)]
  return edges.filter(dark).length / edges.length
}
