import type { Element, ElementContent, Nodes } from 'hast'

/** An attribute as text, undefined where it is missing. Lists such as classes are joined by spaces. */
export function property(element: Element, name: string) {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return undefined
  return Array.isArray(value) ? value.join(' ') : String(value)
}

export function classesOf(element: Element) {
  return (property(element, 'className') ?? '').split(/\s+/)
}

/** All text in a node as it stands there. Without recursion, since it also reads what nests too deep. */
export function rawText(node: Nodes) {
  const texts: string[] = []
  const waiting: Nodes[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') texts.push(next.value)
    else if (next.type === 'element' && next.tagName === 'br') texts.push('\n')
    else if ('children' in next && !isProgram(next)) waiting.push(...next.children.toReversed())
  }
  return texts.join('')
}

const isProgram = (node: Nodes) =>
  node.type === 'element' && /^(script|style|svg|iframe|template|textarea)$/.test(node.tagName)

/** The children in two: those that fit, and the rest. */
export function partChildren(element: Element, fits: (child: Element) => boolean) {
  const found: Element[] = []
  const rest: ElementContent[] = []
  for (const child of element.children) {
    if (child.type === 'element' && fits(child)) found.push(child)
    else rest.push(child)
  }
  return { found, rest }
}
