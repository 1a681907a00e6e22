import { expect, test } from 'vitest'
import { createTagClock } from './tag-clock.ts'

test('what was begun before an invalidation of one of its tags is out of date, what was begun after it is not', () => {
  const clock = createTagClock()
  const before = clock.now()
  clock.invalidate(['article:1'])
  const after = clock.now()

  expect(clock.isOutdated(['front', 'article:1'], before)).toBe(true)
  expect(clock.isOutdated(['front', 'article:1'], after)).toBe(false)
  expect(clock.isOutdated(['front'], before)).toBe(false)
})

test('an invalidation in the very moment of a beginning counts, and time never stands still', () => {
  const clock = createTagClock(10, () => 1000)
  const moments = [clock.now(), clock.now(), clock.now()]
  clock.invalidate(['front'])

  expect(new Set(moments).size).toBe(3)
  expect(moments.every((begun) => clock.isOutdated(['front'], begun))).toBe(true)
})

test('a clock that holds too many tags forgets the oldest and trusts nothing that is older than they were', () => {
  const clock = createTagClock(4)
  const before = clock.now()
  clock.invalidate(['a'])
  const between = clock.now()
  for (const tag of ['b', 'c', 'd', 'e']) clock.invalidate([tag])
  const after = clock.now()

  expect(clock.isOutdated(['never-named'], before)).toBe(true)
  expect(clock.isOutdated(['never-named'], between)).toBe(true)
  expect(clock.isOutdated(['a'], between)).toBe(true)
  expect(clock.isOutdated(['a', 'e'], after)).toBe(false)
})

test('a tag that is named again and again takes one place', () => {
  const clock = createTagClock(4)
  const before = clock.now()
  for (let time = 0; time < 100; time++) clock.invalidate(['counts:1'])

  expect(clock.isOutdated(['counts:1'], before)).toBe(true)
  expect(clock.isOutdated(['front'], before)).toBe(false)
})

test('a taint is no invalidation, and outdates all the same', () => {
  const clock = createTagClock()
  const before = clock.now()
  clock.taint(['article:1'])

  expect(clock.isOutdated(['article:1'], before)).toBe(true)
  expect(clock.wasInvalidated(['article:1'], before)).toBe(false)
})

test('when some invalidations were missed, everything begun before is out of date', () => {
  const clock = createTagClock()
  const before = clock.now()
  clock.invalidateAll()

  expect(clock.isOutdated([], before)).toBe(true)
  expect(clock.isOutdated([], clock.now())).toBe(false)
})
