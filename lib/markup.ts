import type { ReactNode } from 'react'

type Draw = (elements: ReactNode) => string

// server.ts and Next's bundle are two module graphs in one process, so that a module's own variable would exist twice.
const key: unique symbol = Symbol.for('courant.markup')
const shared: typeof globalThis & { [key]?: Draw } = globalThis

/** Gives pages React's own way from elements to HTML, which Next keeps out of its bundle. */
export function lendMarkup(draw: Draw) {
  shared[key] = draw
}

/**
 * Elements as HTML at once, for the long parts of stored pages. Next would write each element down and read it again,
 * several times, before it becomes HTML. There must be no action of Next in them. Nothing where the site runs without
 * server.ts: then Next draws them, and the page is the same. Next draws a stored page twice, so what was drawn `of` the
 * same values is taken again, where they are given: they must be all that the elements are made of.
 */
export function markupOf(elements: ReactNode, of?: unknown) {
  const draw = shared[key]
  if (!draw) return
  if (of === undefined) return { __html: draw(elements) }
  const values = JSON.stringify(of)
  const html = drawn.get(values) ?? draw(elements)
  keep(values, html)
  return { __html: html }
}

/** The last pages' long parts, by what they were made of. */
const drawn = new Map<string, string>()
const mostKept = 8

function keep(values: string, html: string) {
  drawn.delete(values)
  drawn.set(values, html)
  const [oldest] = drawn.keys()
  if (oldest !== undefined && drawn.size > mostKept) drawn.delete(oldest)
}
