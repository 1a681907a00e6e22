import { format } from 'node:util'
import { afterEach, beforeEach, expect } from 'vitest'

const said: string[] = []

beforeEach(() => {
  said.length = 0
  console.error = (...words: unknown[]) => said.push(format(...words))
})

afterEach(() => expect(said, 'what was written to console.error').toEqual([]))
