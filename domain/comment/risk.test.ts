import { expect, test } from 'vitest'
import { risksOf } from './risk'

const now = new Date('2026-11-01T12:00:00Z')
const daysAgo = (n: number) => new Date(now.getTime() - n * 24 * 60 * 60_000)
const known = { since: daysAgo(400), recent: 2, hidden: 0 }

test.each([
  ['somebody known, without links', known, 0, []],
  ['somebody known, with links', known, 5, []],
  ['somebody new, without links', { ...known, since: daysAgo(1) }, 0, []],
  ['somebody new, with a link', { ...known, since: daysAgo(1) }, 1, ['new-with-links']],
  ['after three days links are nothing special', { ...known, since: daysAgo(3) }, 1, []],
  ['seven comments in ten minutes', { ...known, recent: 7 }, 0, []],
  ['eight comments in ten minutes', { ...known, recent: 8 }, 0, ['many-posts']],
  ['two hidden comments', { ...known, hidden: 2 }, 0, []],
  ['three hidden comments', { ...known, hidden: 3 }, 0, ['many-hidden']],
  [
    'everything at once',
    { since: daysAgo(0), recent: 9, hidden: 9 },
    2,
    ['new-with-links', 'many-posts', 'many-hidden'],
  ],
])('%s', (_, record, links, risks) => {
  expect(risksOf(record, links, now)).toEqual(risks)
})
