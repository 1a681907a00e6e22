import type { Nodes, Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { exhaustsMarkdown } from '@/domain/article/body/nesting'

export type Node = Nodes

/**
 * The Markdown of comments: CommonMark and bare addresses, without what readers do not mean (indented
 * code, underlined headings, definitions that vanish) and without HTML, which stays the text it is.
 */
export function syntaxOf(source: string): Root {
  return fromMarkdown(source, options)
}

const unmeant = ['htmlFlow', 'htmlText', 'definition', 'characterReference', 'codeIndented', 'setextUnderline']

const options: Options = {
  extensions: [gfmAutolinkLiteral(), { disable: { null: unmeant } }],
  // The library's second pass over the finished tree looks for e-mail addresses, which we do not link.
  mdastExtensions: [{ ...gfmAutolinkLiteralFromMarkdown(), transforms: [] }],
}

const most = { length: 20_000, emphasis: 400, brackets: 1000, lines: 500 }

/** Whether parsing could take longer than the words of anybody ever do. */
export const exhaustsParser = (source: string) => exhaustsMarkdown(source, most)
