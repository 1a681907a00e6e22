import { env } from '@/lib/env'

const day = 24 * 60 * 60

export const sessionSeconds = 30 * day
export const visitorSeconds = 365 * day

/** The one cookie that is not secret: it tells the page's script that there is a name to fetch. */
export const hintCookie = 'courant-signed-in'
export const visitorCookie = 'courant-visitor'

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
