import type { Element, Nodes, Root } from 'hast'
import type { Draft } from './block-ids'
import type { Inline } from './body'
import { classesOf, property, rawText } from './element'
import { articleHref } from './href'
import { type Marks, run, tidyInline } from './inline'
import type { Read } from './lines'
import { readFactBox, readFigure, readHeading, readQuote } from './read-block'
import { readList } from './read-list'
import { readCode, readEmbed, readImage, readLinkedEmbed } from './read-media'
import { readTable } from './read-table'

type Place = { marks: Marks; parted: boolean; newlineBreaks: boolean; depth: number }
type Page = { blocks: Draft[]; line: Inline[] }

const deepest = 200

/** The blocks in a tree of HTML, in their order. */
export function readBlocks(tree: Root): Draft[] {
  const newlineBreaks = isClassicPost(tree)
  return blocksIn(tree.children, { marks: {}, parted: true, newlineBreaks, depth: 0 })
}

/** A post of WordPress's classic editor has no `<p>`: blank lines part paragraphs, newlines break lines. */
function isClassicPost(tree: Root) {
  const hasParagraphs = tree.children.some((node) => node.type === 'element' && node.tagName === 'p')
  return !hasParagraphs && tree.children.some((node) => node.type === 'text' && hasBlankLine(node.value))
}

const hasBlankLine = (text: string) => text.trim() !== '' && /\n[^\S\n]*\n/.test(text)

function blocksIn(children: readonly Nodes[], place: Place): Draft[] {
  const page: Page = { blocks: [], line: [] }
  for (const child of children) readNode(child, place, page)
  endParagraph(page)
  return page.blocks
}

function readNode(node: Nodes, place: Place, page: Page) {
  if (node.type === 'text') return readText(node.value, place, page)
  if (node.type !== 'element' || leftOut.has(node.tagName) || property(node, 'hidden') !== undefined) return
  if (place.depth > deepest) return readText(rawText(node), place, page)
  if (node.tagName === 'br') return page.line.push({ type: 'break' })
  const inner = { ...place, depth: place.depth + 1 }
  const block = readBlock(node, inner)
  if (block) return addBlocks(block, page)
  const wraps = wrappers.has(node.tagName)
  if (wraps) endParagraph(page)
  const within = { ...inner, marks: { ...place.marks, ...marksOf(node) }, parted: place.parted && node.tagName !== 'p' }
  for (const child of node.children) readNode(child, within, page)
  if (wraps) endParagraph(page)
}

function readBlock(element: Element, place: Place): Draft[] | undefined {
  const read: Read = (children) => blocksIn(children, { ...place, marks: {}, parted: false })
  if (/^h[1-6]$/.test(element.tagName)) return readHeading(element, read)
  if (isFigure(element)) return readFigure(element, read)
  switch (element.tagName) {
    case 'ul':
    case 'ol':
      return readList(element, read)
    case 'blockquote':
      return readQuote(element, (children) => blocksIn(children, { ...place, marks: {}, parted: true }))
    case 'pre':
      return readCode(element)
    case 'table':
      return readTable(element, read)
    case 'img':
      return readImage(element)
    case 'iframe':
    case 'video':
    case 'audio':
      return readEmbed(element)
    case 'hr':
      return [{ type: 'divider' }]
    case 'aside':
      return classesOf(element).includes('fact-box') ? readFactBox(element, read) : undefined
    case 'p':
      return classesOf(element).includes('embed') ? readLinkedEmbed(element) : undefined
    default:
      return undefined
  }
}

const isFigure = (element: Element) => element.tagName === 'figure' || classesOf(element).includes('wp-caption')

function addBlocks(blocks: Draft[], page: Page) {
  endParagraph(page)
  page.blocks.push(...blocks)
}

function readText(value: string, { marks, parted, newlineBreaks }: Place, page: Page) {
  const parts = parted ? value.split(/\n[^\S\n]*\n\s*/) : [value]
  for (const [count, part] of parts.entries()) {
    if (count > 0) endParagraph(page)
    const lines = newlineBreaks && parted ? part.split('\n') : [part]
    for (const [line, text] of lines.entries()) {
      if (line > 0) page.line.push({ type: 'break' })
      if (text !== '') page.line.push(run(text, marks))
    }
  }
}

/** Two line breaks in a row are how some write a new paragraph. */
function endParagraph(page: Page) {
  for (const content of partAtDoubleBreaks(page.line).map(tidyInline)) {
    if (content.length > 0) page.blocks.push({ type: 'paragraph', content })
  }
  page.line = []
}

function partAtDoubleBreaks(line: readonly Inline[]) {
  const parts: Inline[][] = [[]]
  let breaks = 0
  for (const inline of line) {
    if (inline.type === 'break') breaks += 1
    else if (inline.text.trim() !== '') {
      if (breaks > 1) parts.push([])
      breaks = 0
    }
    parts.at(-1)?.push(inline)
  }
  return parts
}

function marksOf(element: Element): Marks {
  switch (element.tagName) {
    case 'a': {
      const href = articleHref(property(element, 'href') ?? '')
      return href ? { href } : {}
    }
    case 'b':
    case 'strong':
    case 'dt':
    case 'summary':
      return { bold: true }
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
    case 'var':
      return { italic: true }
    case 'code':
    case 'kbd':
    case 'samp':
    case 'tt':
      return { code: true }
    default:
      return {}
  }
}

/** Elements that begin and end a paragraph. */
const wrappers = new Set(
  'address article aside body center dd details dir div dl dt fieldset figcaption footer form header hgroup html legend li main nav p search section summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

/** What a body has no words for: programs, drawings, controls, and text that its author struck out. */
const leftOut = new Set(
  'applet area base basefont button canvas datalist del embed frame frameset head input link map math meta noembed noframes object option param plaintext rp rt s script select source strike style svg template textarea title track xmp'.split(
    ' ',
  ),
)
