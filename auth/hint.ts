import { cookies } from 'next/headers'
import { type Hint, hintCookie, hintCookieOptions, visitorSeconds } from './cookies'

/** Tells the script of the pages that come that this guest has something of their own on them. */
export async function hintAtGuest() {
  ;(await cookies()).set(hintCookie, 'guest' satisfies Hint, { ...hintCookieOptions(), maxAge: visitorSeconds })
}

/** A session can end on another machine or by a decision: then there is nothing left to ask for. */
export async function takeBackHint() {
  ;(await cookies()).set(hintCookie, '', { ...hintCookieOptions(), maxAge: 0 })
}
