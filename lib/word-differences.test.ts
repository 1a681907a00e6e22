import { expect, test } from 'vitest'
import { wordDifferences } from './word-differences'

const textOf = (runs: ReturnType<typeof wordDifferences>, without: 'added' | 'removed') =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('what changed is told word by word', () => {
  expect(wordDifferences('The quay is older.', 'The quay is much newer.')).toEqual([
    { kind: 'same', text: 'The quay is ' },
    { kind: 'removed', text: 'older' },
    { kind: 'added', text: 'much newer' },
    { kind: 'same', text: '.' },
  ])
})

test('nothing of either text is lost, in any script, with its line ends', () => {
  const texts = ['', 'a\n\nb', 'Grüße aus Łódź', 'שָׁלוֹם नमस्ते 👩‍👩‍👧', '  two  spaces ', '<b>no markup</b>']
  for (const before of texts)
    for (const after of texts) {
      const runs = wordDifferences(before, after)
      expect([textOf(runs, 'added'), textOf(runs, 'removed')]).toEqual([before, after])
    }
})

test('two texts of 5,000 characters that share nothing are compared at once', () => {
  const [before, after] = ['a b '.repeat(1250), 'x y z, '.repeat(714)]
  const begin = process.cpuUsage()
  const runs = wordDifferences(before, after)
  expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1000)
  expect([textOf(runs, 'added'), textOf(runs, 'removed')]).toEqual([before, after])
})
