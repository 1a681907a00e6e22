import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { isCodeAwaited, trySignInCode, writeSignInCode } from './sign-in-code'

const inTenMinutes = () => new Date(Date.now() + 600_000)

async function aLetter({ browserKey = randomUUID(), expires = inTenMinutes() } = {}) {
  const letter = { email: `${randomUUID()}@example.org`, token: randomUUID(), expires, browserKey }
  const code = await writeSignInCode(letter)
  return { ...letter, code, wrong: code === '123456' ? '654321' : '123456' }
}

test('the right digits give the token of the letter, once', async () => {
  const letter = await aLetter()

  expect(await trySignInCode(letter.browserKey, letter.code)).toEqual({
    ok: true,
    value: { email: letter.email, token: letter.token },
  })
  expect(await trySignInCode(letter.browserKey, letter.code)).toMatchObject({ refusal: 'no-code' })
})

test('wrong digits are refused, and the fifth wrong try kills the code', async () => {
  const letter = await aLetter()

  for (let tried = 0; tried < 4; tried++) {
    expect(await trySignInCode(letter.browserKey, letter.wrong)).toMatchObject({ refusal: 'wrong-code' })
  }
  expect(await trySignInCode(letter.browserKey, letter.wrong)).toMatchObject({ refusal: 'code-dead' })
  expect(await trySignInCode(letter.browserKey, letter.code)).toMatchObject({ refusal: 'code-dead' })
})

test('four wrong tries leave one for the right digits', async () => {
  const letter = await aLetter()

  for (let tried = 0; tried < 4; tried++) await trySignInCode(letter.browserKey, letter.wrong)

  expect(await trySignInCode(letter.browserKey, letter.code)).toMatchObject({ ok: true })
})

test('twenty tries at once are no more than five', async () => {
  const letter = await aLetter()

  const outcomes = await Promise.all(Array.from({ length: 20 }, () => trySignInCode(letter.browserKey, letter.wrong)))

  expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'wrong-code')).toHaveLength(4)
  expect(await trySignInCode(letter.browserKey, letter.code)).toMatchObject({ refusal: 'code-dead' })
})

test('the right digits sent twenty times at once give the token to one', async () => {
  const letter = await aLetter()

  const outcomes = await Promise.all(Array.from({ length: 20 }, () => trySignInCode(letter.browserKey, letter.code)))

  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test('a code that is ten minutes old is refused', async () => {
  const letter = await aLetter()

  const later = new Date(letter.expires.getTime())

  expect(await isCodeAwaited(letter.browserKey)).toBe(true)
  expect(await isCodeAwaited(letter.browserKey, later)).toBe(false)
  expect(await trySignInCode(letter.browserKey, letter.code, later)).toMatchObject({ refusal: 'no-code' })
})

test('another browser that knows the digits is refused, and so is one without a cookie', async () => {
  const letter = await aLetter()

  expect(await trySignInCode(randomUUID(), letter.code)).toMatchObject({ refusal: 'no-code' })
  expect(await trySignInCode(null, letter.code)).toMatchObject({ refusal: 'no-code' })
  expect(await trySignInCode(letter.browserKey, letter.code)).toMatchObject({ ok: true })
})

test('the newest letter of a browser is the one that counts', async () => {
  const first = await aLetter()
  const second = await aLetter({ browserKey: first.browserKey })

  if (first.code !== second.code) {
    expect(await trySignInCode(first.browserKey, first.code)).toMatchObject({ refusal: 'wrong-code' })
  }
  expect(await trySignInCode(second.browserKey, second.code)).toMatchObject({ value: { token: second.token } })
})

test('thirty codes a day are tried for one address, from however many browsers', async () => {
  const email = `${randomUUID()}@example.org`
  const outcomes = []
  for (let browser = 0; browser < 7; browser++) {
    const browserKey = randomUUID()
    const code = await writeSignInCode({ email, token: 'token', expires: inTenMinutes(), browserKey })
    const wrong = code === '000000' ? '111111' : '000000'
    for (let tried = 0; tried < 5; tried++) outcomes.push(await trySignInCode(browserKey, wrong))
  }

  expect(outcomes.slice(0, 30).some((outcome) => !outcome.ok && outcome.refusal === 'too-many-codes')).toBe(false)
  expect(outcomes.slice(30)).toEqual(Array(5).fill({ ok: false, refusal: 'too-many-codes' }))
})
