import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openChangeJournal } from './change-journal.ts'
import { createTagClock } from './tag-clock.ts'

let folder = ''
const file = () => join(folder, 'pages', 'changes')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A clock as a process has it that starts on what earlier ones left. */
function aClock(options: Parameters<typeof createTagClock> = []) {
  const clock = createTagClock(...options)
  openChangeJournal(file(), clock)
  return clock
}

test('what was invalidated or concealed before a restart is so after it, and nothing else is', () => {
  const first = aClock()
  const begun = first.now()
  first.invalidate(['comments:1'])
  first.conceal(['comments:2', 'front'])
  const drawnSince = first.now()
  const second = aClock()

  expect(second.isOutdated(['comments:1'], begun)).toBe(true)
  expect(second.wasConcealed(['comments:1'], begun)).toBe(false)
  expect(second.wasConcealed(['comments:2'], begun)).toBe(true)
  expect(second.isOutdated(['comments:2'], drawnSince)).toBe(false)
  expect(second.isOutdated(['comments:3'], begun)).toBe(false)
})

test('a third process knows what the first one heard', () => {
  const first = aClock()
  const begun = first.now()
  first.conceal(['comments:2'])
  aClock().invalidate(['comments:1'])
  const third = aClock()

  expect(third.wasConcealed(['comments:2'], begun)).toBe(true)
  expect(third.isOutdated(['comments:1'], begun)).toBe(true)
  expect(third.isOutdated(['front'], begun)).toBe(false)
})

test('where anything may have been hidden, nothing of before is shown after a restart either', () => {
  const first = aClock()
  const begun = first.now()
  first.concealAll()

  expect(aClock().wasConcealed(['front'], begun)).toBe(true)
})

test('without a journal, or with a broken one, no page of before is trusted', () => {
  const begun = createTagClock().now()
  expect(aClock().wasConcealed(['front'], begun)).toBe(true)
  const kept = aClock()
  const drawn = kept.now()
  expect(aClock().wasConcealed(['front'], drawn)).toBe(false)
  appendFileSync(file(), '{"at":17')
  expect(aClock().wasConcealed(['front'], drawn)).toBe(true)
  writeFileSync(file(), '')
  expect(aClock().wasConcealed(['front'], drawn)).toBe(true)
})

test('time goes on from what is remembered, even where the machine’s clock was set back', () => {
  const ahead = aClock([10, () => 2_000_000])
  ahead.invalidate(['front'])
  const behind = aClock([10, () => 1_000_000])

  expect(behind.isOutdated(['front'], behind.now())).toBe(false)
  behind.invalidate(['front'])
  expect(behind.isOutdated(['front'], ahead.now())).toBe(true)
})

test('a journal is summed up before it grows large, and forgets nothing by it', () => {
  const clock = aClock()
  const begun = clock.now()
  clock.conceal(['comments:1'])
  const long = 'x'.repeat(100_000)
  for (let time = 0; time < 100; time++) clock.invalidate([long])

  expect(statSync(file()).size).toBeLessThan(5 * 2 ** 20)
  expect(aClock().wasConcealed(['comments:1'], begun)).toBe(true)
})

test('where nothing can be written, the next process trusts nothing', () => {
  const clock = aClock()
  const begun = clock.now()
  rmSync(file())
  rmSync(join(folder, 'pages'), { recursive: true })
  writeFileSync(join(folder, 'pages'), 'in the way')
  clock.invalidate(['front'])
  rmSync(join(folder, 'pages'))

  expect(aClock().wasConcealed(['front'], begun)).toBe(true)
  expect(readFileSync(file(), 'utf8')).toContain('floor')
})
