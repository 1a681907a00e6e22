import { z } from 'zod'
import { env } from '@/lib/env'
import { accountWords } from '@/lib/words/account'
import { likenessOf } from './likeness'

const { noName, nameLength, nameSigns, nameMixed, nameReserved } = accountWords.account

/** Words that speak for the newsroom, or for nobody. */
const reserved = new Set([
  ...['admin', 'administrator', 'administration', 'moderator', 'moderation', 'mod', 'mods', 'editor', 'editors'],
  ...['courant', 'owner', 'staff', 'support', 'system', 'newsroom', 'desk', 'team', 'official', 'webmaster', 'root'],
  ...['author', 'reporter', 'journalist', 'columnist', 'correspondent', 'verified', 'pick'],
  ...['guest', 'deleted', 'anonymous', 'undefined', 'null', 'everyone'],
])

/** Wherever they stand in a name, and whatever else does: no badge is imitated by leaving a space out. */
const reservedParts = ['moderator', 'administrator', 'authorof', 'editorspick', 'verified'].map(likenessOf)
const reservedEnds = ['editor', 'editors'].map(likenessOf)

/** Letters of some script that are read as a tick, as badges have one: in a name of another script, or as a word. */
const tick = /\u{aa9c}|(^|[^\p{Script=Katakana}ー])[レㇾ](?![\p{Script=Katakana}ー])|(^|[ .'-])[ᐯᐺ](?=$|[ .'-])/u

const digitsLikeLetters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** The name that others read: no invisible or turning signs, one alphabet a word, nobody of the newsroom. */
export const publicName = z
  .string({ error: noName })
  .max(400, { error: nameLength })
  .transform((typed) => typed.normalize('NFKC').replaceAll('’', "'").replace(/ +/g, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, { error: noName, abort: true })
      .refine((name) => [...name].length >= 2 && [...name].length <= 40, { error: nameLength, abort: true })
      .refine(hasOnlySignsOfNames, { error: nameSigns, abort: true })
      .refine((name) => name.split(/[ .-]/).every(isOfOneAlphabet), { error: nameMixed, abort: true })
      .refine((name) => !isReserved(name), { error: nameReserved }),
  )

function hasOnlySignsOfNames(name: string) {
  return /^[\p{L}\p{M}\p{Nd} '.-]+$/u.test(name) && /\p{L}/u.test(name) && !/^\p{M}|\p{M}{3}/u.test(name)
}

/** A word of Latin and, say, Cyrillic letters reads as another than it is. */
function isOfOneAlphabet(word: string) {
  const alphabets = [
    /\p{Script=Latin}/u,
    /\p{Script=Cyrillic}/u,
    /\p{Script=Greek}/u,
    /\p{Script=Armenian}/u,
    /\p{Script=Cherokee}/u,
  ]
  return alphabets.filter((alphabet) => alphabet.test(word)).length <= 1
}

/** Whether a name speaks for the newsroom or the paper, whatever letters it is written with. */
export function isReserved(name: string) {
  const bare = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const words = bare.split(/[^\p{L}\p{Nd}]+/u)
  const paper = likenessOf(env().siteName)
  if (paper.length > 3 && likenessOf(bare).includes(paper)) return true
  if (tick.test(name)) return true
  const whole = likenessOf(asLetters(words.join('')))
  if (reservedParts.some((part) => whole.includes(part)) || reservedEnds.some((end) => whole.endsWith(end))) return true
  return [...words, words.join('')].some((word) => reservedLikenesses.has(likenessOf(asLetters(word))))
}

const reservedLikenesses = new Set([...reserved].map(likenessOf))

const asLetters = (word: string) => word.replace(/[013457]/g, (digit) => digitsLikeLetters[digit] ?? digit)
