import type { Blockquote, FootnoteDefinition, Image, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'

/**
 * How the newsroom's Markdown says what Markdown has no sign for:
 *
 *     > [!fact-box] Title          a fact box, its paragraphs and lists below
 *     > — Name                     the last line of a quotation: who said it
 *     ![alt](address)              a picture alone in its paragraph; the lines below are its caption,
 *     [!credit] Name               its credit
 *     [!size] 1200x800             and its size
 *     [!embed] [Title](address)    something that plays elsewhere
 *     [!caption] Text              above a table: its caption
 *
 * Rewrites the tree so that it becomes the HTML that `bodyFromHtml` reads.
 */
export function readNotation(tree: Root) {
  const kept: RootContent[] = []
  for (const node of tree.children) {
    const caption = node.type === 'table' ? captionOf(kept.at(-1)) : undefined
    if (node.type === 'table' && caption) kept.splice(-1, 1, figureOf([node, caption]))
    else kept.push(rewritten(node))
  }
  tree.children = kept
}

function rewritten(node: RootContent): RootContent {
  if (node.type === 'footnoteDefinition') return noteOf(node)
  if (node.type === 'blockquote') return isFactBox(node) ? factBoxOf(node) : withSignature(node)
  if (node.type !== 'paragraph') return node
  if (startsWith(node, '[!embed]')) return { ...node, data: { hProperties: { className: ['embed'] } } }
  const [first, second] = node.children
  const isPicture =
    first?.type === 'image' &&
    (!second || (second.type === 'text' && second.value.startsWith('\n')) || second.type === 'break')
  return isPicture ? pictureOf(first, node.children.slice(1)) : node
}

/** A footnote is read where it is written; `[1]` in the text names it. */
function noteOf({ label, identifier, children }: FootnoteDefinition): Blockquote {
  const [first, ...rest] = children
  const number: PhrasingContent = { type: 'text', value: `[${label ?? identifier}] ` }
  const numbered: Blockquote['children'] =
    first?.type === 'paragraph' ? [{ ...first, children: [number, ...first.children] }, ...rest] : children
  return { type: 'blockquote', children: numbered, data: { hName: 'div' } }
}

function startsWith(node: RootContent | undefined, sign: string) {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined
  return first?.type === 'text' && first.value.startsWith(sign)
}

function captionOf(node: RootContent | undefined): Paragraph | undefined {
  if (node?.type !== 'paragraph' || !startsWith(node, '[!caption]')) return undefined
  return { ...node, children: withoutSign(node.children, '[!caption]'), data: { hName: 'figcaption' } }
}

function withoutSign([first, ...rest]: PhrasingContent[], sign: string): PhrasingContent[] {
  if (first?.type !== 'text') return []
  return [{ ...first, value: first.value.slice(sign.length).trimStart() }, ...rest]
}

/** A blockquote stands for any element here: the name that it gets is what counts. */
function figureOf(children: Blockquote['children']): Blockquote {
  return { type: 'blockquote', children, data: { hName: 'figure' } }
}

const isFactBox = (node: Blockquote) => startsWith(node.children[0], '[!fact-box]')

function factBoxOf(node: Blockquote): Blockquote {
  const [head, ...rest] = node.children
  if (head?.type !== 'paragraph') return node
  const [title, below] = partAtNewline(withoutSign(head.children, '[!fact-box]'))
  const heading: Paragraph = { type: 'paragraph', children: title, data: { hName: 'h3' } }
  const first: Paragraph[] = below.length > 0 ? [{ type: 'paragraph', children: below }] : []
  return {
    type: 'blockquote',
    children: [heading, ...first, ...rest],
    data: { hName: 'aside', hProperties: { className: ['fact-box'] } },
  }
}

function partAtNewline(children: PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const at = children.findIndex((child) => child.type === 'text' && child.value.includes('\n'))
  const node = children[at]
  if (node?.type !== 'text') return [children, []]
  const end = node.value.indexOf('\n')
  const before = { ...node, value: node.value.slice(0, end) }
  const after = { ...node, value: node.value.slice(end + 1) }
  return [
    [...children.slice(0, at), before],
    [after, ...children.slice(at + 1)],
  ]
}

/** `readQuote` finds the signature after a line break; in Markdown a plain newline will do. */
function withSignature(node: Blockquote): Blockquote {
  const last = node.children.at(-1)
  if (last?.type !== 'paragraph') return node
  const at = last.children.findLastIndex((child) => child.type === 'text' && child.value.includes('\n'))
  const text = last.children[at]
  const end = text?.type === 'text' ? text.value.lastIndexOf('\n') : -1
  if (text?.type !== 'text' || !/^(?:—|–|--)/.test(text.value.slice(end + 1))) return node
  const before: PhrasingContent = { type: 'text', value: text.value.slice(0, end) }
  const after: PhrasingContent = { type: 'text', value: text.value.slice(end + 1) }
  const children = last.children.toSpliced(at, 1, before, { type: 'break' }, after)
  return { ...node, children: [...node.children.slice(0, -1), { ...last, children }] }
}

function pictureOf(image: Image, below: PhrasingContent[]): Blockquote {
  const lines = linesOf(below)
  const credit = lines.find((line) => signOf(line) === '[!credit]')
  const size = /(\d+)\s*[x×]\s*(\d+)/.exec(textIn(lines.find((line) => signOf(line) === '[!size]')))
  const caption = lines.filter((line) => signOf(line) === undefined)
  const title: PhrasingContent[][] = image.title ? [[{ type: 'text', value: image.title }]] : []
  const said = [...title, ...caption].flatMap((line, place): PhrasingContent[] =>
    place === 0 ? line : [{ type: 'break' }, ...line],
  )
  const named: PhrasingContent[] = credit
    ? [{ type: 'emphasis', children: withoutSign(credit, '[!credit]'), data: spanOfCredit }]
    : []
  const picture: Image = {
    ...image,
    title: null,
    ...(size && { data: { hProperties: { width: size[1], height: size[2] } } }),
  }
  return figureOf([
    { type: 'paragraph', children: [picture] },
    { type: 'paragraph', children: [...said, ...named], data: { hName: 'figcaption' } },
  ])
}

const spanOfCredit = { hName: 'span', hProperties: { className: ['credit'] } }

function signOf(line: PhrasingContent[]) {
  return /^\[!(?:credit|size)\]/.exec(line[0]?.type === 'text' ? line[0].value : '')?.[0]
}

const textIn = (line: PhrasingContent[] | undefined) => (line?.[0]?.type === 'text' ? line[0].value : '')

function linesOf(children: PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') lines.push([])
    else if (child.type !== 'text') lines.at(-1)?.push(child)
    else {
      for (const [count, value] of child.value.split('\n').entries()) {
        if (count > 0) lines.push([])
        if (value !== '') lines.at(-1)?.push({ type: 'text', value })
      }
    }
  }
  return lines.filter((line) => line.length > 0)
}
