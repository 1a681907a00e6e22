import { randomInt } from 'node:crypto'
import {
  deleteExpiredTokens,
  deleteSignInCode,
  findSignInCode,
  insertSignInCode,
  triesOfCode,
  updateTriesOfCode,
} from '@/db/queries/sign-in'
import { takeFrom } from '@/db/rate-limit'
import { done, refuse } from '@/domain/outcome'
import { equalHashes, keyedHash } from '@/lib/keyed-hash'
import { newId } from '@/lib/new-id'
import { seal, unseal } from '@/lib/seal'

type Letter = { email: string; token: string; expires: Date; browserKey: string }

/** Six digits that stand for a letter's token in the browser that asked for the letter. */
export async function writeSignInCode({ email, token, expires, browserKey }: Letter) {
  const id = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await deleteExpiredTokens()
  await insertSignInCode({
    id,
    email,
    codeHash: hashOfCode(id, code),
    browserHash: hashOfBrowser(browserKey),
    sealedToken: seal('sign-in', token),
    expiresAt: expires,
  })
  return code
}

/** The address and token behind the digits, for one caller. Each try counts before it is looked at. */
export async function trySignInCode(browserKey: string | null, typed: string, now = new Date()) {
  const waiting = browserKey && (await findSignInCode(hashOfBrowser(browserKey), now))
  if (!waiting) return refuse('no-code')

  const allowance = await takeFrom('sign-in-code', waiting.email)
  if (!allowance.ok) return refuse('too-many-codes')

  const tried = await updateTriesOfCode(waiting.id, now)
  if (!tried) return refuse('code-dead')
  if (!equalHashes(tried.codeHash, hashOfCode(waiting.id, typed))) {
    return refuse(tried.tries >= triesOfCode ? 'code-dead' : 'wrong-code')
  }
  if (!(await deleteSignInCode(waiting.id))) return refuse('no-code')
  return done({ email: tried.email, token: unseal('sign-in', tried.sealedToken) })
}

/** Whether this browser waits for a letter. */
export async function isCodeAwaited(browserKey: string | null, now = new Date()) {
  return Boolean(browserKey && (await findSignInCode(hashOfBrowser(browserKey), now)))
}

const hashOfCode = (id: string, code: string) => keyedHash('sign-in-code', `${id} ${code}`)
const hashOfBrowser = (key: string) => keyedHash('sign-in-browser', key)
