import { asSmall, isStandInSign, mayBeTwo } from './readings'

/** What stands between two units: nothing; a sign by which letters are drawn apart, as in `s.p.a.m`; anything else. */
export const gaps = { none: 0, joint: 1, apart: 2 } as const

/** What a sign is to the filter: the letters it is read as, none for one that is not seen, or a gap. */
export type FoldedSign = { letters: string; gap: 0 | 1 | 2; isStandIn: boolean; isSmall: boolean }

const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?![\t\n\r])\p{Cc}/u
/** Accents and towers of them. Not the vowels of Indian scripts, which are marks too, nor what tells ga from ka. */
const accent = /(?![\u3099\u309a])(?=\p{M})[\p{sc=Inherited}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}]/u
const letter = /[\p{L}\p{N}\p{M}]/u
/** What stands between words, and in he'll. Other signs are put into words too. */
const apart = /[\s'’‘"“”„«»,;:?()/]/u

const ligatures: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' }

/** Letters in boxes and flags, which Unicode does not call letters. */
const boxes = [0x1f150, 0x1f170, 0x1f1e6]

const known = new Map<string, FoldedSign>()
const mostKnown = 20_000

/** Reads one sign (a code point). */
export function foldSign(sign: string): FoldedSign {
  const found = known.get(sign)
  if (found) return found
  if (known.size >= mostKnown) known.clear()
  const folded = read(sign)
  known.set(sign, folded)
  return folded
}

function read(sign: string): FoldedSign {
  if (isStandInSign(sign)) return folded(sign, { isStandIn: true })
  const letters = [...unboxed(sign).normalize('NFKD')].filter(isLetter).map(unitsOf).join('')
  if (letters) return folded(letters, { isSmall: sign !== sign.toUpperCase() })
  if (unseen.test(sign) || accent.test(sign)) return folded('')
  return folded('', { gap: apart.test(sign) ? gaps.apart : gaps.joint })
}

const folded = (letters: string, more: Partial<FoldedSign> = {}): FoldedSign => ({
  letters,
  gap: gaps.none,
  isStandIn: false,
  isSmall: false,
  ...more,
})

const isLetter = (sign: string) => letter.test(sign) && !accent.test(sign) && !unseen.test(sign)

function unitsOf(sign: string) {
  if (mayBeTwo(sign)) return sign
  const small = asSmall(sign)
  // Some small letters are two signs: an i and the dot over it.
  return ligatures[small] ?? [...small].filter(isLetter).join('')
}

function unboxed(sign: string) {
  const code = sign.codePointAt(0) ?? 0
  const first = boxes.find((box) => code >= box && code < box + 26)
  return first === undefined ? sign : String.fromCharCode(97 + code - first)
}
