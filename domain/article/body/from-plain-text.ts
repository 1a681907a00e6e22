import { withIds } from './block-ids'
import type { Body } from './body'
import { joinLines, run, tidyInline } from './inline'

/** A body of paragraphs: a blank line stands between two of them, a single newline is a line break. */
export function bodyFromPlainText(text: string): Body {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => tidyInline(joinLines(paragraph.split('\n').map((line) => [run(line)]))))
    .filter((content) => content.length > 0)
  return { version: 1, blocks: withIds(paragraphs.map((content) => ({ type: 'paragraph' as const, content }))) }
}
