const longest = 2048
const hiddenOrBackslash = /[\s\\\p{Cc}\p{Cf}]/u

/**
 * The address as it may stand in an article: http, https, mailto, a path of this site or a fragment.
 * Undefined for everything else: other schemes, `//host`, backslashes, hidden characters, user names
 * before the host.
 */
export function articleHref(value: string) {
  const href = tidy(value)
  if (href === undefined) return undefined
  if (/^#./.test(href) || /^\/(?!\/)/.test(href)) return href
  return isWebAddress(href) || /^mailto:[^@:/?]+@[^@:/?]+/i.test(href) ? href : undefined
}

/** The address as it may stand in a reader's comment: http and https alone. */
export function webHref(value: string) {
  const href = tidy(value)
  return href !== undefined && isWebAddress(href) ? href : undefined
}

/** The address of a picture: http, https or a path of this site. */
export function pictureSource(value: string) {
  const href = tidy(value)
  if (href === undefined) return undefined
  return /^\/(?!\/)/.test(href) || isWebAddress(href) ? href : undefined
}

function tidy(value: string) {
  const href = value.trim().replaceAll(' ', '%20')
  return href.length <= longest && href.isWellFormed() && !hiddenOrBackslash.test(href) ? href : undefined
}

function isWebAddress(href: string) {
  if (!/^https?:\/\/[^/?#]/i.test(href) || !URL.canParse(href)) return false
  const { username, password } = new URL(href)
  return username === '' && password === ''
}
