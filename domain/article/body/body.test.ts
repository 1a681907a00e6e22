import { expect, test } from 'vitest'
import { bodySchema, parseBody } from './body'
import { bodyLimits } from './body-limits'

const paragraph = { type: 'paragraph', id: 'a', content: [{ type: 'text', text: 'The bridge is open.' }] } as const

test('a block of another version harms no other block and keeps its data', () => {
  const chart = { type: 'chart', id: 'c', points: [1, 2] }
  const body = parseBody({ version: 7, blocks: [paragraph, chart, null, { ...paragraph, id: 'b' }] })

  expect(body.blocks.map((block) => block.type)).toEqual(['paragraph', 'unknown', 'unknown', 'paragraph'])
  expect(body.blocks[1]).toEqual({ type: 'unknown', id: 'c', was: JSON.stringify(chart) })
  expect(bodySchema.safeParse(body).success).toBe(true)
  expect(parseBody(body)).toEqual(body)
})

test('a kept block is drawn again by a version that knows it', () => {
  const kept = { type: 'unknown', id: 'a', was: JSON.stringify(paragraph) }
  expect(parseBody({ version: 1, blocks: [kept] }).blocks).toEqual([paragraph])
})

test.each([undefined, null, 'text', 7, [], {}, { blocks: 'x' }])('%j is an empty body', (value) => {
  expect(parseBody(value)).toEqual({ version: 1, blocks: [] })
})

test('a link that the schema refuses is not drawn, whoever stored it', () => {
  const block = { ...paragraph, content: [{ type: 'text', text: 'go', href: 'javascript:alert(1)' }] }
  expect(parseBody({ version: 1, blocks: [block] }).blocks[0]?.type).toBe('unknown')
  expect(bodySchema.safeParse({ version: 1, blocks: [block] }).success).toBe(false)
})

test('ids are unique: storing refuses a second one, drawing tells them apart', () => {
  const body = { version: 1, blocks: [paragraph, paragraph] }
  expect(bodySchema.safeParse(body).success).toBe(false)
  expect(new Set(parseBody(body).blocks.map((block) => block.id)).size).toBe(2)
})

test('too many blocks, too long a text and what Postgres cannot keep are refused', () => {
  const many = Array.from({ length: bodyLimits.blocks + 1 }, (_, place) => ({ ...paragraph, id: `p${place}` }))
  const say = (text: string) => [{ ...paragraph, content: [{ type: 'text', text }] }]
  const isStored = (blocks: unknown) => bodySchema.safeParse({ version: 1, blocks }).success

  expect(isStored(many.slice(1))).toBe(true)
  expect(isStored(many)).toBe(false)
  expect(isStored(say('a'.repeat(bodyLimits.text)))).toBe(true)
  expect(isStored(say('a'.repeat(bodyLimits.text + 1)))).toBe(false)
  expect(isStored(say('a\0b'))).toBe(false)
  expect(isStored(say('\ud800'))).toBe(false)
})
