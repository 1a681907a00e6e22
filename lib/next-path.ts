const base = 'http://here.invalid'

/**
 * A path of this site to go on to, or nothing: never another site, whatever a browser makes of slashes,
 * backslashes and control characters.
 */
export function nextPath(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > 1000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(given)) return undefined
  const url = URL.parse(given, base)
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return undefined
  const leadsInCircles = /^\/(sign-in|api)(\/|$)/.test(url.pathname)
  return leadsInCircles ? undefined : `${url.pathname}${url.search}${url.hash}`
}

export function signInPath(next?: string, page: '' | '/check' = '') {
  const onward = nextPath(next)
  return `/sign-in${page}${onward ? `?next=${encodeURIComponent(onward)}` : ''}`
}
