import type { ElementContent } from 'hast'
import type { Draft } from './block-ids'
import type { Inline } from './body'
import { joinLines, tidyInline } from './inline'
import { linesOfBlock } from './to-plain-text'

/** Reads the children of an element as blocks of their own. */
export type Read = (children: readonly ElementContent[]) => Draft[]

/**
 * Blocks as one run of inline content, where nothing else is possible (a heading, a cell, an item of
 * a list), and those blocks that cannot be said that way and follow after it.
 */
export function asInline(blocks: readonly Draft[]): { content: Inline[]; apart: Draft[] } {
  const { lines, apart } = asLines(blocks)
  return { content: tidyInline(joinLines(lines)), apart }
}

export function asLines(blocks: readonly Draft[]): { lines: Inline[][]; apart: Draft[] } {
  const lines: Inline[][] = []
  const apart: Draft[] = []
  for (const block of blocks) {
    if (standsAlone(block)) apart.push(block)
    else
      lines.push(
        ...markedLines(block)
          .map(tidyInline)
          .filter((line) => line.length > 0),
      )
  }
  return { lines, apart }
}

const standsAlone = ({ type }: Draft) =>
  type === 'image' || type === 'table' || type === 'code' || type === 'fact-box' || type === 'unknown'

function markedLines(block: Draft): Inline[][] {
  if (block.type === 'heading')
    return [block.content.map((inline) => (inline.type === 'text' ? { ...inline, bold: true } : inline))]
  if (block.type === 'embed') return [[{ type: 'text', text: block.title, href: block.url }]]
  return linesOfBlock(block)
}
