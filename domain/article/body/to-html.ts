import type { Element, ElementContent, Properties } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Block, BlockOf, Body, Inline } from './body'
import { nestMarks, type Phrase } from './phrase'
import { pictureAddress } from './picture'

/**
 * The body as HTML for feeds and other sites. `base` (the site's address) makes paths of this site
 * whole addresses, as readers elsewhere need them; fragments stay as they are.
 */
export function htmlFromBody(body: Body, base?: string) {
  const tree = { type: 'root' as const, children: body.blocks.flatMap((block) => nodesOf(block, base)) }
  return toHtml(tree)
}

function nodesOf(block: Block, base?: string): Element[] {
  const say = (content: Inline[]) => phrases(nestMarks(content), base)
  switch (block.type) {
    case 'paragraph':
      return [element('p', say(block.content))]
    case 'heading':
      return [element(`h${block.level}`, say(block.content))]
    case 'list':
      return [list(block, say)]
    case 'quote':
      return [
        element('blockquote', [...block.paragraphs.map((one) => element('p', say(one))), ...signature(block, say)]),
      ]
    case 'code':
      return [
        element('pre', [
          element('code', [text(block.text)], block.language ? { className: [`language-${block.language}`] } : {}),
        ]),
      ]
    case 'image':
      return [figure(block, say, base)]
    case 'table':
      return [table(block, say)]
    case 'fact-box':
      return [
        element('aside', [element('h3', [text(block.title)]), ...block.blocks.flatMap((one) => nodesOf(one, base))], {
          className: ['fact-box'],
        }),
      ]
    case 'embed':
      return [
        element('p', [element('a', [text(block.title)], { href: whole(block.url, base) })], { className: ['embed'] }),
      ]
    case 'divider':
      return [element('hr', [])]
    case 'unknown':
      return []
  }
}

type Say = (content: Inline[]) => ElementContent[]

const text = (value: string): ElementContent => ({ type: 'text', value })

const element = (tagName: string, children: ElementContent[], properties: Properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

const whole = (address: string, base?: string) =>
  base && address.startsWith('/') ? new URL(address, base).href : address

function list({ ordered, start, items }: BlockOf<'list'>, say: Say) {
  const entries = items.map((item) =>
    element('li', [...say(item.content), ...(item.list ? [subList(item.list, say)] : [])]),
  )
  return element(ordered ? 'ol' : 'ul', entries, start === undefined ? {} : { start })
}

function subList({ ordered, items }: { ordered: boolean; items: Inline[][] }, say: Say) {
  return element(
    ordered ? 'ol' : 'ul',
    items.map((line) => element('li', say(line))),
  )
}

const signature = ({ attribution }: BlockOf<'quote'>, say: Say) =>
  attribution ? [element('footer', [text('— '), ...say(attribution)])] : []

function figure(block: BlockOf<'image'>, say: Say, base?: string) {
  const { alt, caption, credit, width, height } = block
  const picture = element('img', [], { src: whole(pictureAddress(block), base), alt, width, height })
  const credited = credit ? [element('span', [text(credit)], { className: ['credit'] })] : []
  const said = [...(caption ? say(caption) : []), ...(caption && credit ? [text(' ')] : []), ...credited]
  return element('figure', [picture, ...(said.length > 0 ? [element('figcaption', said)] : [])])
}

function table({ header, rows, caption }: BlockOf<'table'>, say: Say) {
  const row = (cells: Inline[][], name: 'th' | 'td') =>
    element(
      'tr',
      cells.map((cell) => element(name, say(cell), name === 'th' ? { scope: 'col' } : {})),
    )
  return element('table', [
    ...(caption ? [element('caption', say(caption))] : []),
    ...(header.length > 0 ? [element('thead', [row(header, 'th')])] : []),
    element(
      'tbody',
      rows.map((cells) => row(cells, 'td')),
    ),
  ])
}

function phrases(tree: Phrase[], base?: string): ElementContent[] {
  return tree.map((phrase) => {
    if (phrase.kind === 'text') return text(phrase.text)
    if (phrase.kind === 'break') return element('br', [])
    if (phrase.kind === 'code') return element('code', [text(phrase.text)])
    const children = phrases(phrase.children, base)
    if (phrase.kind === 'link') return element('a', children, { href: whole(phrase.href, base) })
    return element(phrase.kind === 'bold' ? 'strong' : 'em', children)
  })
}
