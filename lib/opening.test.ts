import { expect, test } from 'vitest'
import { openingOf } from './opening'

const sentence = 'The harbour trust met on Monday and voted to dredge the channel once more.'

test('a list shows a short text whole', () => {
  expect(openingOf('  Calm\n\nwaters. ')).toBe('Calm waters.')
})

test('a list shows the first sentences of a long text', () => {
  expect(openingOf(`${sentence} ${sentence} ${sentence} ${sentence}`)).toBe(`${sentence} ${sentence}`)
})

test('a sentence without an end is cut between words', () => {
  const shown = openingOf('and so on '.repeat(50))
  expect(shown).toMatch(/^(and so on )+.*…$/)
  expect(shown.length).toBeLessThanOrEqual(201)
})

test('half a character is never shown', () => {
  expect(openingOf('🧨'.repeat(300)).isWellFormed()).toBe(true)
})
