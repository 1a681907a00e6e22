import { randomInt } from 'node:crypto'
import { insertConfirmationCode } from '@/db/queries/confirmation-codes'

const goodForMilliseconds = 10 * 60 * 1000
const letters = 5

/** Letters that nobody takes for one another, bent and crossed out a little. */
export const alphabet = 'ACDEHJKLMNRTXY'

/** A new code for one form: its picture is at /confirmation-code/ID for ten minutes, until it is used. */
export async function newConfirmationCode(now = new Date()) {
  const answer = Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')
  return insertConfirmationCode({ answer, expiresAt: new Date(now.getTime() + goodForMilliseconds) }, now)
}

/** How an answer is compared: in capitals, without spaces. */
export const readAnswer = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
