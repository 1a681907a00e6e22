import { expect, test } from 'vitest'
import { tags } from './invalidate'

test('what somebody writes in an address stays within the one tag', () => {
  expect(tags.slug('nope,status:500')).toBe('slug:nope%2Cstatus%3A500')
  expect(tags.slug('harbour-bridge-2')).toBe('slug:harbour-bridge-2')
})
