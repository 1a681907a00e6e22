import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { takeLetter } from './letter-allowance'

const anAddress = () => `${randomUUID()}@example.org`
const letters = async (email: string, from: string, times: number) => {
  const taken = []
  for (let letter = 0; letter < times; letter++) taken.push(await takeLetter(email, from))
  return taken.filter(({ ok }) => ok).length
}

test('a stranger who asks for letters to an address keeps nobody else from theirs', async () => {
  const [email, stranger, owner] = [anAddress(), randomUUID(), randomUUID()]
  expect(await letters(email, stranger, 19)).toBe(5)
  expect(await letters(email, owner, 6)).toBe(5)
})

test('many strangers together have no more than twenty letters sent to an address', async () => {
  const email = anAddress()
  let sent = 0
  for (let stranger = 0; stranger < 6; stranger++) sent += await letters(email, randomUUID(), 5)
  expect(sent).toBe(20)
})

test('one neighbourhood asks for no more than twenty letters, whomever they are to', async () => {
  const from = randomUUID()
  let sent = 0
  for (let letter = 0; letter < 22; letter++) sent += await letters(anAddress(), from, 1)
  expect(sent).toBe(20)
})
