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
  clock.taint(['article:1'], before)

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

test('what was concealed stays concealed for what was begun before it, and is invalidated too', () => {
  const clock = createTagClock()
  const before = clock.now()
  clock.invalidate(['comments:1'])
  expect(clock.wasConcealed(['comments:1'], before)).toBe(false)
  clock.conceal(['comments:1'])

  expect(clock.wasConcealed(['front', 'comments:1'], before)).toBe(true)
  expect(clock.isOutdated(['comments:1'], before)).toBe(true)
  expect(clock.wasConcealed(['comments:1'], clock.now())).toBe(false)
  expect(clock.wasConcealed(['front'], before)).toBe(false)
})

test('where anything may have been hidden, all that was begun before is concealed', () => {
  const clock = createTagClock()
  const before = clock.now()
  clock.concealAll()

  expect(clock.wasConcealed([], before)).toBe(true)
  expect(clock.isOutdated([], before)).toBe(true)
})

test('an answer begun after a request is good enough for it, whatever was invalidated since', () => {
  const clock = createTagClock()
  const asked = clock.now()
  const begun = clock.now()
  clock.invalidate(['comments:1'])

  expect(clock.isTooOldFor(asked, ['comments:1'], begun)).toBe(false)
  expect(clock.isTooOldFor(clock.now(), ['comments:1'], begun)).toBe(true)
  expect(clock.isTooOldFor(clock.now(), ['front'], begun)).toBe(false)
})

test('a reading begun before a request taints the answer to it, one begun after it does not', () => {
  const clock = createTagClock()
  const reading = clock.now()
  const asked = clock.now()
  const begun = clock.now()
  const laterReading = clock.now()
  clock.taint(['front'], laterReading)
  expect(clock.isTooOldFor(asked, ['front'], begun)).toBe(false)
  clock.taint(['front'], reading)

  expect(clock.isTooOldFor(asked, ['front'], begun)).toBe(true)
  expect(clock.isTooOldFor(asked, ['wire'], begun)).toBe(false)
  expect(clock.isTooOldFor(clock.now(), ['front'], clock.now())).toBe(false)
})

test('a clock that holds too many taints trusts nothing that was begun before those it forgot', () => {
  const clock = createTagClock()
  const begun = clock.now()
  for (let time = 0; time < 2100; time++) clock.taint([`article:${time}`], begun)

  expect(clock.isTooOldFor(clock.now(), ['never-named'], begun)).toBe(true)
  expect(clock.isTooOldFor(clock.now(), ['never-named'], clock.now())).toBe(false)
})
