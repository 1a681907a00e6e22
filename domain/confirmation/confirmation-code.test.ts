import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { findAnswer } from '@/db/queries/confirmation-codes'
import { confirmationCode } from '@/db/schema'
import { alphabet, newConfirmationCode } from './confirmation-code'
import { redeemConfirmationCode } from './redeem-confirmation-code'

const redeem = (id: string | undefined, typed: string | undefined, now = new Date()) =>
  db.transaction((tx) => redeemConfirmationCode(id, typed, now, tx))

async function aCode(now = new Date()) {
  const { id } = await newConfirmationCode(now)
  return { id, answer: (await findAnswer(id, now)) ?? '' }
}

test('a code is right once', async () => {
  const { id, answer } = await aCode()

  expect(await redeem(id, answer)).toBe(true)
  expect(await redeem(id, answer)).toBe(false)
})

test('of twenty who send the right code at once, one is let through', async () => {
  const { id, answer } = await aCode()

  const outcomes = await Promise.all(Array.from({ length: 20 }, () => redeem(id, answer)))

  expect(outcomes.filter(Boolean)).toHaveLength(1)
})

test('capitals and spaces do not matter', async () => {
  const { id, answer } = await aCode()

  expect(await redeem(id, ` ${answer.slice(0, 2).toLowerCase()} ${answer.slice(2)}\t`)).toBe(true)
})

test('a wrong answer uses the code up', async () => {
  const { id, answer } = await aCode()

  expect(await redeem(id, `${answer}X`)).toBe(false)
  expect(await redeem(id, answer)).toBe(false)
})

test('nothing typed is a wrong answer', async () => {
  expect(await redeem((await aCode()).id, '')).toBe(false)
  expect(await redeem((await aCode()).id, undefined)).toBe(false)
})

test('a code that is ten minutes old is refused, and its picture is gone', async () => {
  const now = new Date()
  const later = new Date(now.getTime() + 600_000)
  const { id, answer } = await aCode(now)

  expect(await findAnswer(id, later)).toBeUndefined()
  expect(await redeem(id, answer, later)).toBe(false)
})

test('a used code has no picture any more', async () => {
  const { id, answer } = await aCode()
  await redeem(id, answer)

  expect(await findAnswer(id)).toBeUndefined()
})

test('the code of another form, and what is no code at all, is refused', async () => {
  const [one, other] = [await aCode(), await aCode()]

  expect(await redeem(randomUUID(), one.answer)).toBe(false)
  expect(await redeem("'; drop table", one.answer)).toBe(false)
  expect(await redeem(undefined, one.answer)).toBe(false)
  if (one.answer !== other.answer) expect(await redeem(one.id, other.answer)).toBe(false)
})

test('a code has five letters that nobody takes for one another', async () => {
  const { answer } = await aCode()

  expect(answer).toHaveLength(5)
  expect([...answer].every((letter) => alphabet.includes(letter))).toBe(true)
  expect(alphabet).not.toMatch(/[0OQIl1S5Z2B8GUV]/)
})

test('expired codes are thrown away as new ones are made', async () => {
  const old = await aCode(new Date(Date.now() - 3_600_000))

  await newConfirmationCode()

  expect(await db.$count(confirmationCode, eq(confirmationCode.id, old.id))).toBe(0)
})
