import { expect, test } from 'vitest'
import { benchmarksDocument, findingsTable } from './report'

test('a table says beside each number what is promised and whether it held', () => {
  const written = findingsTable([
    { what: 'of nginx', measured: '0.51', promised: 'at least 0.45', holds: true },
    { what: 'first rendering', measured: '31 ms', promised: 'at most 25 ms', holds: false },
    { what: 'answers a second', measured: '48,000' },
  ])
  expect(written.split('\n')).toEqual([
    '| what             | measured | promised      | held |',
    '| ---------------- | -------- | ------------- | ---- |',
    '| of nginx         | 0.51     | at least 0.45 | yes  |',
    '| first rendering  | 31 ms    | at most 25 ms | no   |',
    '| answers a second | 48,000   |               |      |',
  ])
})

test('what would break a table is written so that it does not', () => {
  expect(findingsTable([{ what: 'a | b\nc', measured: '1' }])).toContain('| a \\| b c |')
})

test('the document has the facts of its run and a chapter for each part', () => {
  const chapter = { title: 'The front page', about: 'As fast as may be.', findings: [], notes: ['It was busy.'] }
  const written = benchmarksDocument([['date', '2026-11-25']], [chapter])
  expect(written).toContain('# Benchmarks\n')
  expect(written).toMatch(/\| date +\| 2026-11-25 +\|/)
  expect(written).toContain('\n## The front page\n\nAs fast as may be.\n')
  expect(written).toMatch(/It was busy\.\n$/)
})
