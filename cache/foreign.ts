import type { IncomingMessage } from 'node:http'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Our cookies, by whatever prefix a browser guards them. */
const ownCookie = /(^|;\s*)(__Host-|__Secure-)?courant-/

/**
 * Whether something that may change the site was not sent from one of its own pages. Both headers are written by the
 * browser, and no page can forge them: https://www.w3.org/TR/fetch-metadata/ and RFC 6454 7. Who sends neither is no
 * browser, and speaks for nobody unless it brings a cookie of ours.
 */
export function isForeign({ method, headers }: IncomingMessage, site: URL) {
  if (harmless.has(method ?? '')) return false
  const { origin, cookie, 'sec-fetch-site': fetchSite } = headers
  if (origin === undefined && fetchSite === undefined) return ownCookie.test(cookie ?? '')
  return (origin !== undefined && origin !== site.origin) || (fetchSite !== undefined && fetchSite !== 'same-origin')
}
