import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { articleHref, pictureSource } from './href'

const allowed: Record<string, readonly string[]> = {
  a: ['href', 'rel'],
  aside: ['className', 'ariaLabelledBy'],
  blockquote: [],
  br: [],
  caption: [],
  code: ['className'],
  div: ['className', 'dir', 'role', 'tabIndex', 'ariaLabel'],
  em: [],
  figcaption: [],
  figure: ['className'],
  footer: [],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  hr: [],
  img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
  li: ['dir'],
  ol: ['start'],
  p: ['className', 'dir'],
  pre: [],
  span: ['className'],
  strong: [],
  table: [],
  tbody: [],
  td: [],
  th: ['scope'],
  thead: [],
  tr: [],
  ul: [],
}

/** For tests: what a browser would find in the markup that our renderers never write. */
export function findForbidden(html: string): string[] {
  return forbiddenIn(unified().use(rehypeParse, { fragment: true }).parse(html))
}

function forbiddenIn(node: Nodes): string[] {
  const inside = 'children' in node ? node.children.flatMap(forbiddenIn) : []
  if (node.type === 'comment' || node.type === 'doctype') return [node.type, ...inside]
  if (node.type !== 'element') return inside
  const attributes = allowed[node.tagName]
  if (!attributes) return [node.tagName, ...inside]
  const faults = Object.entries(node.properties).flatMap(([name, value]) => {
    if (!attributes.includes(name)) return [`${node.tagName} ${name}`]
    if (name === 'href' && articleHref(String(value)) !== value) return [`href ${value}`]
    return name === 'src' && pictureSource(String(value)) !== value ? [`src ${value}`] : []
  })
  return [...faults, ...inside]
}
