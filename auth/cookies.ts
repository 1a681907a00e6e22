import { env } from '@/lib/env'

const day = 24 * 60 * 60

export const sessionSeconds = 30 * day
export const visitorSeconds = 365 * day

/**
 * The one cookie that is not secret: it tells the documents' script that /api/viewer has something for this browser, of
 * a `member` or of a `guest` who has commented.
 */
export const hintCookie = 'courant-viewer'
export type Hint = 'member' | 'guest'
export const visitorCookie = 'courant-visitor'
/** The order of conversations that somebody without an account chose. */
export const orderCookie = 'courant-order'

const isSecure = () => env().siteUrl.startsWith('https:')

/** The session's cookie as next-auth writes and reads it. */
export function sessionCookie() {
  return {
    name: isSecure() ? '__Host-courant-session' : 'courant-session',
    options: privateCookie(),
  }
}

export function privateCookie() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() }
}

export function hintCookieOptions() {
  return { ...privateCookie(), httpOnly: false }
}
