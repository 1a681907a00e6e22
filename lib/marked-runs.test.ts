import { expect, test } from 'vitest'
import { fragmentsOf, markedRuns, markSigns, textOfRuns } from './marked-runs'

const { open, close, between } = markSigns

test('what stands between the signs is marked, the rest is not', () => {
  expect(markedRuns(`the ${open}weir${close} is`)).toEqual([
    { text: 'the ', isMarked: false },
    { text: 'weir', isMarked: true },
    { text: ' is', isMarked: false },
  ])
  expect(markedRuns('')).toEqual([])
})

test('signs without a partner leave the words as they are', () => {
  expect(textOfRuns(markedRuns(`a${close}b${open}c${close}${close}d${open}`))).toBe('abcd')
})

test('a text falls into its fragments, without empty ones', () => {
  expect(fragmentsOf(` one ${between}${between} two`).map(textOfRuns)).toEqual(['one', 'two'])
})
