import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createInvalidations } from './invalidations.ts'
import { createTagClock } from './tag-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp() {
  const clock = createTagClock()
  const { applyInvalidation } = createInvalidations(clock)
  let begun = clock.now()
  return {
    applyInvalidation,
    /** Whether the tag was invalidated since the last time somebody asked. */
    changed(tag: string) {
      const was = clock.isOutdated([tag], begun)
      begun = clock.now()
      return was
    },
  }
}

test('what is urgent is applied each time', () => {
  const { applyInvalidation, changed } = setUp()
  applyInvalidation(['comments:1'], 'now')
  expect(changed('comments:1')).toBe(true)
  applyInvalidation(['comments:1'], 'now')
  expect(changed('comments:1')).toBe(true)
})

test('a hundred reactions within ten seconds cost two drawings, the last of which shows them all', () => {
  const { applyInvalidation, changed } = setUp()
  applyInvalidation(['counts:1'], 'soon')
  expect(changed('counts:1')).toBe(true)
  for (let reaction = 0; reaction < 100; reaction++) applyInvalidation(['counts:1'], 'soon')
  expect(changed('counts:1')).toBe(false)

  vi.advanceTimersByTime(10_000)
  expect(changed('counts:1')).toBe(true)
  vi.advanceTimersByTime(60_000)
  expect(changed('counts:1')).toBe(false)
})

test('one article does not wait for another', () => {
  const { applyInvalidation, changed } = setUp()
  applyInvalidation(['counts:1'], 'soon')
  changed('counts:2')
  applyInvalidation(['counts:2'], 'soon')
  expect(changed('counts:2')).toBe(true)
})
