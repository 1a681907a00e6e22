import { parseBody } from '../article/body/body'
import { plainTextFromBody } from '../article/body/to-plain-text'

const longest = 200

type Told = { standfirst: string; body: unknown }

/** What an article is about, in a sentence or two: its standfirst, else how it begins, cut between words. */
export function summaryOf({ standfirst, body }: Told) {
  if (standfirst.trim()) return standfirst.trim()
  const text = plainTextFromBody(parseBody(body)).replace(/\s+/g, ' ').trim()
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).toWellFormed()}…`
}
