import { env } from '@/lib/env'
import { markdownQuote } from '@/lib/markdown-quote'
import { permalink } from '../addresses'
import { commentOwnWords } from './comment-text'

/** A visible comment as the beginning of an answer: its author's own words, without what they quoted themselves. */
export function quoteComment({ id, name, text }: { id: string; name: string | null; text: string }) {
  return markdownQuote({ name: name ?? '', address: `${env().siteUrl}${permalink(id)}`, text: commentOwnWords(text) })
}
