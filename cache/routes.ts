/**
 * `stored`: the same bytes for everyone. `per-request`: drawn for one person or one question. `desk`: where people
 * work, drawn per request too, and by React in the browser.
 * `picture`: stored as well, beside the pages. `machine`: answers for programs, and pictures of codes: never pages.
 * `asset`: the build's files and the documents' script, and in development its tools.
 */
export type RouteKind = 'stored' | 'picture' | 'per-request' | 'desk' | 'machine' | 'asset'

const routes: readonly { path: RegExp; kind: RouteKind }[] = [
  { path: /^\/((_next|enhance)(\/|$)|__nextjs)/, kind: 'asset' },
  { path: /^\/media(\/|$)/, kind: 'picture' },
  { path: /^\/(api|confirmation-code)(\/|$)/, kind: 'machine' },
  { path: /^\/(account|moderation|newsroom)(\/|$)/, kind: 'desk' },
  { path: /^\/(search|sign-in|members|comments)(\/|$)/, kind: 'per-request' },
  { path: /^\/articles\/[^/]+\/discussion\/?$/, kind: 'per-request' },
]

export function kindOfRoute(path: string): RouteKind {
  return routes.find((route) => route.path.test(path))?.kind ?? 'stored'
}

/**
 * The two User-Agents that Next ever sees. For one that matches `htmlLimitedBots` it answers only when it knows the
 * status; for one that does not it serves what it stored. The reader's own travels in `x-courant-user-agent`.
 */
export const storedAgent = 'courant-stored'
export const wholeAgent = 'courant-whole'
export const wholeAgentPattern = /^courant-whole$/
