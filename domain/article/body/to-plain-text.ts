import type { Draft } from './block-ids'
import type { Body, Inline } from './body'
import { textOf } from './inline'

/** The words of a body for search, counts and summaries: a blank line between blocks, no addresses. */
export function plainTextFromBody(body: Body) {
  return body.blocks
    .map((block) => linesOfBlock(block).map(textOf).join('\n'))
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

/** Everything that a block says, as lines of inline content. */
export function linesOfBlock(block: Draft): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content]
    case 'list':
      return block.items.flatMap((item) => [item.content, ...(item.list?.items ?? [])])
    case 'quote':
      return [...block.paragraphs, ...(block.attribution ? [block.attribution] : [])]
    case 'code':
      return [[{ type: 'text', text: block.text }]]
    case 'image':
      return block.caption ? [block.caption] : []
    case 'table':
      return [...(block.caption ? [block.caption] : []), ...[block.header, ...block.rows].map(rowAsLine)]
    case 'fact-box':
      return [[{ type: 'text', text: block.title }], ...block.blocks.flatMap(linesOfBlock)]
    case 'embed':
      return [[{ type: 'text', text: block.title }]]
    case 'divider':
    case 'unknown':
      return []
  }
}

function rowAsLine(cells: Inline[][]): Inline[] {
  return cells.flatMap((cell, place) => (place === 0 ? cell : [{ type: 'text' as const, text: ' ' }, ...cell]))
}
