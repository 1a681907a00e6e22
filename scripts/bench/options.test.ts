import { expect, test } from 'vitest'
import { readOptions } from './options'

const names = ['article', 'memory']
const read = (...args: string[]) => readOptions(args, names)

test('without a word everything is measured and the document is written', () => {
  expect(read()).toMatchObject({ wanted: names, to: 'docs/benchmarks.md', length: { minutes: 5, missing: 20_000 } })
})

test('a part of it, or a short run, leaves the document as it is', () => {
  expect(read('memory')).toMatchObject({ wanted: ['memory'], to: undefined })
  expect(read('--quick')).toMatchObject({ wanted: names, to: undefined })
  expect(read('--quick', '--to', 'a-file.md').to).toBe('a-file.md')
})

test('the memory is watched for as long as is said', () => {
  expect(read('--minutes', '20').length.minutes).toBe(20)
  expect(() => read('--minutes', 'ages')).toThrow('--minutes')
  expect(() => read('--minutes', '0')).toThrow('--minutes')
})

test('what is not known is named', () => {
  expect(() => read('artcle')).toThrow('There is no artcle to measure; there are article, memory.')
  expect(() => read('--fast')).toThrow('not known')
})
