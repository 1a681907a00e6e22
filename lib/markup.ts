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
 * server.ts: then Next draws them, and the page is the same.
 */
export function markupOf(elements: ReactNode) {
  const html = shared[key]?.(elements)
  return html === undefined ? undefined : { __html: html }
}
