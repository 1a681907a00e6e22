import type { Root as Page } from 'hast'
import type { FootnoteReference, Root } from 'mdast'
import rehypeRaw from 'rehype-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options } from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { withIds } from './block-ids'
import type { Body } from './body'
import { exhaustsParsers } from './from-html'
import { bodyFromPlainText } from './from-plain-text'
import { readNotation } from './markdown-notation'
import { exhaustsMarkdown } from './nesting'
import { readBlocks } from './read-blocks'

/**
 * What blocks can say of some Markdown with the tables of GitHub and our own notation (see
 * `markdown-notation.ts`). HTML in it is read as `bodyFromHtml` reads it.
 */
export function bodyFromMarkdown(markdown: string): Body {
  const hostile = exhaustsMarkdown(markdown, most) || exhaustsParsers(markdown)
  if (hostile) return bodyFromPlainText(markdown)
  const tree: Root = unified().use(remarkParse).use(remarkGfm).use(withoutUnsayable).parse(markdown)
  readNotation(tree)
  const page: Page = unified().use(remarkRehype, { allowDangerousHtml: true, handlers }).use(rehypeRaw).runSync(tree)
  return { version: 1, blocks: withIds(readBlocks(page)) }
}

/** Blocks have no check boxes and struck-out text: their signs stay visible. */
function withoutUnsayable(this: Processor) {
  const data = this.data()
  const disabled = { disable: { null: ['strikethrough', 'tasklistCheck'] } }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), disabled]
}

const most = { length: 500_000, emphasis: 4000, brackets: 8000, lines: 10_000 }

const handlers: Options['handlers'] = {
  footnoteReference: (_, note: FootnoteReference) => ({ type: 'text', value: `[${note.label ?? note.identifier}]` }),
}
