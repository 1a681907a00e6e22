import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { withIds } from './block-ids'
import type { Body } from './body'
import { bodyLimits } from './body-limits'
import { bodyFromPlainText } from './from-plain-text'
import { readBlocks } from './read-blocks'
import { readCaptions } from './shortcodes'

/**
 * What blocks can say of some HTML: a whole page, a fragment or the text of a classic WordPress post,
 * where blank lines part the paragraphs. Scripts, styles, drawings and forms are left out.
 */
export function bodyFromHtml(html: string): Body {
  if (exhaustsParsers(html)) return bodyFromPlainText(html.replace(/<[^<>]*>/g, ' '))
  const tree = unified().use(rehypeParse, { fragment: true }).parse(readCaptions(html))
  return { version: 1, blocks: withIds(readBlocks(tree)) }
}

/**
 * Whether it is longer, or its tags nest deeper, than anybody writes. Parsers recurse, and open
 * formatting elements are repeated in every paragraph after them, so that both depth and its sum count.
 */
export function exhaustsParsers(html: string, deepest = 500, most = 2_000_000) {
  if (html.length > bodyLimits.whole * 2) return true
  let depth = 0
  let sum = 0
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/gi)) {
    if (tag.startsWith('</')) depth = Math.max(0, depth - 1)
    else if (!unclosed.has(tag.slice(1).toLowerCase())) depth += 1
    sum += depth
    if (depth > deepest || sum > most) return true
  }
  return false
}

/** Elements that need no end tag, and so say nothing about depth. */
const unclosed = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option'.split(' '),
)
