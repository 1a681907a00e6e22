import { createElement, Fragment, type ReactNode } from 'react'

/** Drawn parts, one after the other. They never move, so that they need no keys. */
export function inOrder(parts: readonly ReactNode[]) {
  return createElement(Fragment, null, ...parts)
}
