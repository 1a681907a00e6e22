import { createHash } from 'node:crypto'

/** What a page may load and do. Everything is the site's own. */
const shared = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** What no page of the paper asks a browser for, and nothing in one may. */
export const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics']
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Where browsers tell what a policy forbade. */
export const reportPath = '/policy-reports'

/** No script may make markup, or a script, out of text, but for `enhance/ask-for-page.ts`, and nobody takes its name. */
const trustedTypes = { 'require-trusted-types-for': ["'script'"], 'trusted-types': ['courant-page'] }

/** A document runs the module of `enhance/`, and no script that stands in it. */
export const documentPolicy = documentPolicyWith([])

/** Of a document with styles in it, by their hashes. */
export function documentPolicyWith(styles: readonly string[]) {
  const style = { 'style-src': ["'self'", ...styles.map((hash) => `'${hash}'`)] }
  return write({ ...shared, 'script-src': ["'self'"], ...style, ...trustedTypes })
}

/** Of what is no page: pictures, feeds, the build's files. It is followed where somebody opens one by itself. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'"

/** Next runs its development tools in every page. */
export const developmentPolicy = "frame-ancestors 'none'"

/** At the desks React's scripts and data stand in the page: those with the page's nonce are run. */
export const deskPolicy = (nonce: string) => write({ ...shared, 'script-src': ["'self'", `'nonce-${nonce}'`] })

/** Of a page that has its one style in it and loads nothing. */
export function plainPolicy(style: string) {
  const hash = createHash('sha256').update(style).digest('base64')
  return write({
    'default-src': ["'none'"],
    'style-src': [`'sha256-${hash}'`],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
}

function write(policy: Record<string, string[]>) {
  const told = { ...policy, 'report-uri': [reportPath] }
  return Object.entries(told)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}
