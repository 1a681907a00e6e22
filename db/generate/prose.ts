import { below, between, type Random } from './random'
import { draw } from './vocabulary'

type Clause = (random: Random) => string

const thing: Clause = (random) =>
  random() < 0.4 ? `${draw.kind(random)} ${draw.noun(random)}` : `${draw.noun(random)}`
const whole: Clause = (random) => `the ${random() < 0.3 ? `${draw.adjective(random)} ` : ''}${thing(random)}`
const where: Clause = (random) => `${draw.in(random)} ${draw.place(random)}`
const act: Clause = (random) => `${whole(random)} ${draw.verb(random)} ${whole(random)}`

const sentences: Clause[] = [
  (random) => `${act(random)} ${where(random)}.`,
  (random) => `${draw.opening(random)}, ${act(random)}, ${draw.link(random)} ${act(random)}.`,
  (random) => `${draw.person(random)} of ${draw.place(random)} said that ${act(random)}.`,
  (random) => `${draw.person(random)} ${draw.verb(random)} ${whole(random)} ${where(random)}.`,
  (random) => `about ${between(random, 3, 970)} people know ${whole(random)} ${where(random)}.`,
  (random) => `“${upper(act(random))},” said ${draw.person(random)}, who knows ${whole(random)} well.`,
  (random) => `${draw.link(random)} ${act(random)}, ${act(random)}.`,
]

const sentence: Clause = (random) => upper(sentences[below(random, sentences.length)]?.(random) ?? '')

const headlines: Clause[] = [
  (random) =>
    `${draw.place(random)} ${draw.verb(random)} ${thing(random)} ${draw.link(random)} ${thing(random)} ${draw.verb(random)} ${draw.noun(random)}`,
  (random) => `${thing(random)} ${draw.verb(random)} ${draw.adjective(random)} ${draw.noun(random)} ${where(random)}`,
  (random) => `${draw.surname(random)} ${draw.verb(random)} ${thing(random)} ${where(random)}`,
  (random) => `why ${draw.place(random)} ${draw.verb(random)} its ${thing(random)}`,
  (random) =>
    `${draw.adjective(random)} ${thing(random)} ${draw.verb(random)} ${draw.noun(random)}, ${draw.person(random)} says`,
]

export const headline: Clause = (random) => upper(headlines[below(random, headlines.length)]?.(random) ?? '')
export const standfirst: Clause = (random) => `${sentence(random)} ${sentence(random)}`

/** Paragraphs of together `words` words or up to a sentence more. */
export function paragraphs(random: Random, words: number) {
  const made: string[] = []
  for (let left = words; left > 0; ) {
    const text = upTo(random, Math.min(left, between(random, 35, 90)))
    made.push(text)
    left -= countWords(text)
  }
  return made
}

/** What somebody writes under an article: a line or a few. */
export const remark: Clause = (random) => upTo(random, 4 + Math.floor(80 * random() ** 3))

function upTo(random: Random, words: number) {
  let text = sentence(random)
  for (let count = countWords(text); count < words; ) {
    const next = sentence(random)
    text += ` ${next}`
    count += countWords(next)
  }
  return text
}

function countWords(text: string) {
  let count = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
