import type { Element } from 'hast'
import { type Draft, withIds } from './block-ids'
import type { BlockOf, Inline } from './body'
import { classesOf, partChildren, rawText } from './element'
import { isBlank, joinLines, storableText, textOf, tidyInline } from './inline'
import { asInline, asLines, type Read } from './lines'

export function readHeading(element: Element, read: Read): Draft[] {
  const { content, apart } = asInline(read(element.children))
  return [
    ...(content.length > 0 ? [{ type: 'heading' as const, level: levelOf(element.tagName), content }] : []),
    ...apart,
  ]
}

/** The headline above the body is the page's first level. */
function levelOf(tagName: string): 2 | 3 | 4 {
  if (tagName === 'h1' || tagName === 'h2') return 2
  return tagName === 'h3' ? 3 : 4
}

/** Who said it stands in `<cite>` or `<footer>`, or in a last line that begins with a dash. */
export function readQuote(element: Element, read: Read): Draft[] {
  const { found, rest } = partChildren(element, (child) => child.tagName === 'cite' || child.tagName === 'footer')
  const { lines, apart } = asLines(read(rest))
  const named = asInline(read(found.flatMap((one) => one.children))).content
  const { paragraphs, signature } = named.length > 0 ? { paragraphs: lines, signature: named } : partSignature(lines)
  const attribution = withoutDash(signature)
  if (paragraphs.length === 0)
    return attribution.length > 0 ? [{ type: 'paragraph', content: attribution }, ...apart] : apart
  return [{ type: 'quote', paragraphs, ...(attribution.length > 0 && { attribution }) }, ...apart]
}

const dash = /^\s*(?:[—–―]|--)\s*/

function partSignature(lines: Inline[][]) {
  const last = lines.at(-1) ?? []
  const from = last.findLastIndex((inline) => inline.type === 'break') + 1
  const signature = last.slice(from)
  const isWhole = from === 0
  if (!dash.test(textOf(signature)) || (isWhole && lines.length === 1)) return { paragraphs: lines, signature: [] }
  return {
    paragraphs: isWhole ? lines.slice(0, -1) : [...lines.slice(0, -1), tidyInline(last.slice(0, from))],
    signature,
  }
}

function withoutDash([first, ...rest]: Inline[]): Inline[] {
  if (first?.type !== 'text') return []
  return tidyInline([{ ...first, text: first.text.replace(dash, '') }, ...rest])
}

export function readFactBox(element: Element, read: Read): Draft[] {
  const { found, rest } = partChildren(element, (child) => /^h[1-6]$/.test(child.tagName))
  const title = storableText(found.map(rawText).join(' ')).replace(/\s+/g, ' ').trim()
  const apart: Draft[] = []
  const inside: Draft<BlockOf<'paragraph' | 'list'>>[] = []
  for (const block of read(rest)) {
    if (block.type === 'paragraph' || block.type === 'list') inside.push(block)
    else {
      const said = asLines([block])
      inside.push(...said.lines.map((content) => ({ type: 'paragraph' as const, content })))
      apart.push(...said.apart)
    }
  }
  if (title === '') return [...inside, ...apart]
  return [{ type: 'fact-box', title, blocks: withIds<BlockOf<'paragraph' | 'list'>>(inside, 'in-') }, ...apart]
}

/** The caption belongs to the first picture or table of the figure; where there is none, it follows as text. */
export function readFigure(element: Element, read: Read): Draft[] {
  const { found, rest } = partChildren(element, isCaption)
  const blocks = read(rest)
  const credits = found.flatMap((caption) => partChildren(caption, isCredit).found)
  const credit = storableText(credits.map(rawText).join(', ')).replace(/\s+/g, ' ').trim()
  const caption = captionIn(found, read)
  const at = blocks.findIndex(({ type }) => type === 'image' || type === 'table')
  const target = blocks[at]
  if (target?.type === 'image') {
    return blocks.with(at, { ...target, ...(caption.length > 0 && { caption }), ...(credit && { credit }) })
  }
  if (target?.type === 'table' && caption.length > 0) return blocks.with(at, { ...target, caption })
  return isBlank(caption) ? blocks : [...blocks, { type: 'paragraph', content: caption }]
}

function captionIn(captions: readonly Element[], read: Read) {
  const lines = captions.map((caption) => asInline(read(partChildren(caption, isCredit).rest)).content)
  return tidyInline(joinLines(lines.filter((line) => line.length > 0)))
}

const isCaption = (child: Element) => child.tagName === 'figcaption' || classesOf(child).includes('wp-caption-text')
const isCredit = (child: Element) => classesOf(child).includes('credit')
