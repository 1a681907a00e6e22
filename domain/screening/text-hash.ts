import { createHash } from 'node:crypto'

/** What is shorter is a courtesy that many people write: “Thanks, well said.” */
const fewestLetters = 20

/** Signs of these scripts say as much as two letters. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

export const duplicateHours = 24

export const duplicateSince = (now: Date) => new Date(now.getTime() - duplicateHours * 60 * 60_000)

/** Letters and digits alone, in one case and one way of writing them: what is changed beside them makes no other text. */
export const normalisedText = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** By what the same text is known again; nothing where it is too short to say anything. */
export function textHash(text: string) {
  const normalised = normalisedText(text)
  if (normalised.length + (normalised.match(dense)?.length ?? 0) < fewestLetters) return null
  return createHash('sha256').update(normalised).digest('base64url').slice(0, 22)
}
