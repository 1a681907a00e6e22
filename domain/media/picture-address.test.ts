import { expect, test } from 'vitest'
import { pictureAddress, pictureSources, renditionWidths } from './picture-address'

test('a picture is never made wider than it was', () => {
  expect(renditionWidths(4000)).toEqual([480, 960, 1600])
  expect(renditionWidths(1200)).toEqual([480, 960, 1200])
  expect(renditionWidths(960)).toEqual([480, 960])
  expect(renditionWidths(300)).toEqual([300])
})

test('the narrowest rendition that fills the place is taken', () => {
  const picture = { id: 'p', width: 1200 }
  expect(pictureAddress(picture, 500)).toBe('/media/p-960.webp')
  expect(pictureAddress(picture, 480)).toBe('/media/p-480.webp')
  expect(pictureAddress(picture, 1600)).toBe('/media/p-1200.webp')
  expect(pictureSources(picture)).toBe('/media/p-480.webp 480w, /media/p-960.webp 960w, /media/p-1200.webp 1200w')
})
