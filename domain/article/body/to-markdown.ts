import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Block, BlockOf, Body, Inline } from './body'
import { nestMarks, type Phrase } from './phrase'
import { pictureAddress } from './picture'

/** The body as an editor types it, so that `bodyFromMarkdown` reads the same body again. */
export function markdownFromBody(body: Body) {
  const tree = { type: 'root' as const, children: body.blocks.flatMap(nodesOf) }
  return unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, style).stringify(tree)
}

const style = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
} as const

function nodesOf(block: Block): RootContent[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraph(block.content)]
    case 'heading':
      return [{ type: 'heading', depth: block.level, children: phrasing(block.content) }]
    case 'list':
      return [list(block)]
    case 'quote':
      return [{ type: 'blockquote', children: quoteLines(block) }]
    case 'code':
      return [{ type: 'code', lang: block.language ?? null, value: block.text }]
    case 'image':
      return [picture(block)]
    case 'table':
      return [...(block.caption ? [signed('[!caption] ', phrasing(block.caption))] : []), table(block)]
    case 'fact-box':
      return [factBox(block)]
    case 'embed':
      return [signed('[!embed] ', [{ type: 'link', url: block.url, children: [{ type: 'text', value: block.title }] }])]
    case 'divider':
      return [{ type: 'thematicBreak' }]
    case 'unknown':
      return [{ type: 'code', lang: 'unknown-block', value: block.was }]
  }
}

const paragraph = (content: Inline[]): Paragraph => ({ type: 'paragraph', children: phrasing(content) })

/** Signs of our own notation are written as they are: an HTML node is the one that is not escaped. */
const signed = (sign: string, children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'html', value: sign }, ...children],
})

function list({ ordered, start, items }: Pick<BlockOf<'list'>, 'ordered' | 'start' | 'items'>): List {
  return { type: 'list', ordered, start: ordered ? (start ?? 1) : null, spread: false, children: items.map(listItem) }
}

function listItem({ content, list: below }: BlockOf<'list'>['items'][number]): ListItem {
  const inner = below ? [list({ ordered: below.ordered, items: below.items.map((line) => ({ content: line })) })] : []
  return { type: 'listItem', spread: false, children: [paragraph(content), ...inner] }
}

function quoteLines({ paragraphs, attribution }: BlockOf<'quote'>): BlockContent[] {
  const signature = attribution ? [signed('— ', phrasing(attribution))] : []
  return [...paragraphs.map(paragraph), ...signature]
}

function picture(block: BlockOf<'image'>): Paragraph {
  const image: PhrasingContent = { type: 'image', url: pictureAddress(block), alt: block.alt }
  const caption = block.caption ? [sign('\n'), ...phrasing(block.caption)] : []
  const credit: PhrasingContent[] = block.credit ? [sign('\n[!credit] '), { type: 'text', value: block.credit }] : []
  const size = block.width && block.height ? [sign(`\n[!size] ${block.width}x${block.height}`)] : []
  return { type: 'paragraph', children: [image, ...caption, ...credit, ...size] }
}

const sign = (value: string): PhrasingContent => ({ type: 'html', value })

function table({ header, rows }: BlockOf<'table'>): Table {
  const width = Math.max(header.length, ...rows.map((row) => row.length))
  const head = header.length > 0 ? header : Array.from({ length: width }, () => [])
  return {
    type: 'table',
    children: [head, ...rows].map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: phrasing(cell).map(inCell) })),
    })),
  }
}

/** A row is one line of Markdown: its line breaks are HTML. */
const inCell = (node: PhrasingContent): PhrasingContent => (node.type === 'break' ? sign('<br>') : node)

function factBox({ title, blocks }: BlockOf<'fact-box'>): RootContent {
  const inside = blocks.map((block) => (block.type === 'list' ? list(block) : paragraph(block.content)))
  return { type: 'blockquote', children: [signed('[!fact-box] ', [{ type: 'text', value: title }]), ...inside] }
}

const phrasing = (content: Inline[]): PhrasingContent[] => nestMarks(content).map(phrase)

function phrase(one: Phrase): PhrasingContent {
  switch (one.kind) {
    case 'text':
      return { type: 'text', value: one.text }
    case 'code':
      return { type: 'inlineCode', value: one.text }
    case 'break':
      return { type: 'break' }
    case 'link':
      return { type: 'link', url: one.href, children: one.children.map(phrase) }
    case 'bold':
      return { type: 'strong', children: one.children.map(phrase) }
    case 'italic':
      return { type: 'emphasis', children: one.children.map(phrase) }
  }
}
