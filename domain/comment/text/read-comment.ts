import { webHref } from '@/domain/article/body/href'
import type { Node } from './comment-syntax'
import type { CommentBlock, Phrase } from './comment-tree'

/** Quotes and lists inside each other are drawn this deep; what nests deeper joins the deepest. */
const deepest = 4

type Place = { source: string; depth: number }

/** The syntax of a comment as blocks. `source` is the text that was parsed: what has no other form is cut from it. */
export function readCommentBlocks(tree: Node, source: string): CommentBlock[] {
  return blocksOf(tree, { source, depth: 0 })
}

function blocksOf(node: Node, place: Place): CommentBlock[] {
  return 'children' in node ? node.children.flatMap((child) => readBlock(child, place)) : []
}

function readBlock(node: Node, place: Place): CommentBlock[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(phrasesOf(node, place))
    case 'heading':
      return paragraphOf([{ kind: 'strong', children: phrasesOf(node, place) }])
    case 'code':
      return node.value.trim() === '' ? [] : [{ kind: 'code', text: node.value }]
    case 'blockquote':
      return quoteOf(blocksOf(node, deeper(place)), place)
    case 'list': {
      const items = node.children.map((item) => blocksOf(item, deeper(place))).filter((item) => item.length > 0)
      if (items.length === 0) return paragraphOf([typed(node, place)])
      if (place.depth >= deepest) return items.flat()
      return [{ kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }]
    }
    default:
      return paragraphOf([typed(node, place)])
  }
}

const deeper = (place: Place) => ({ ...place, depth: place.depth + 1 })

function quoteOf(children: CommentBlock[], { depth }: Place): CommentBlock[] {
  return depth >= deepest || children.length === 0 ? children : [{ kind: 'quote', children }]
}

function paragraphOf(children: Phrase[]): CommentBlock[] {
  return children.some(isVisible) ? [{ kind: 'paragraph', children }] : []
}

function isVisible(phrase: Phrase): boolean {
  if (phrase.kind === 'break') return false
  return 'children' in phrase ? phrase.children.some(isVisible) : phrase.text.trim() !== ''
}

function typed(node: Node, { source }: Place): Phrase {
  return { kind: 'text', text: source.slice(node.position?.start.offset, node.position?.end.offset) }
}

function phrasesOf(node: Node, place: Place): Phrase[] {
  return 'children' in node ? node.children.flatMap((child) => readPhrase(child, place)) : []
}

function readPhrase(node: Node, place: Place): Phrase[] {
  switch (node.type) {
    case 'text':
      return brokenLines(node.value)
    case 'break':
      return [{ kind: 'break' }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }]
    case 'emphasis':
      return marked('emphasis', node, place)
    case 'strong':
      return marked('strong', node, place)
    case 'link':
      return linkOf(node.url, phrasesOf(node, place), node, place)
    case 'image':
      return linkOf(node.url, node.alt ? [{ kind: 'text', text: node.alt }] : [], node, place)
    default:
      return [typed(node, place)]
  }
}

/** The depth of a phrase counts as well: `****…` nests one emphasis in the other. */
function marked(kind: 'emphasis' | 'strong', node: Node, place: Place): Phrase[] {
  const children = phrasesOf(node, deeper(place))
  return place.depth > deepest * 2 ? children : [{ kind, children }]
}

/** An address that we do not link to leaves the words as they were typed, so that nobody wonders where they went. */
function linkOf(url: string, children: Phrase[], node: Node, place: Place): Phrase[] {
  const href = webHref(url)
  if (!href) return [typed(node, place)]
  return [{ kind: 'link', href, children: children.some(isVisible) ? children : [{ kind: 'text', text: href }] }]
}

/** Who types a new line in a comment means one. */
function brokenLines(text: string): Phrase[] {
  return text.split('\n').flatMap((line, place): Phrase[] => {
    const own: Phrase[] = line === '' ? [] : [{ kind: 'text', text: line }]
    return place === 0 ? own : [{ kind: 'break' }, ...own]
  })
}
