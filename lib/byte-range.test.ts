import { expect, test } from 'vitest'
import { byteRange } from './byte-range'

test.each([
  ['bytes=0-1', { from: 0, to: 1 }],
  ['bytes=2-', { from: 2, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-30', { from: 0, to: 9 }],
  ['bytes=5-500', { from: 5, to: 9 }],
])('%s of ten bytes', (header, part) => {
  expect(byteRange(header, 10)).toEqual(part)
})

test.each([null, '', 'bytes=-', 'bytes=10-', 'bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b'])(
  '%j asks for no part',
  (header) => {
    expect(byteRange(header, 10)).toBeUndefined()
  },
)
