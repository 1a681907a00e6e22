import { randomBytes } from 'node:crypto'
import { Auth } from '@auth/core'
import { NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { createSession } from './adapter'
import { authConfig } from './config'
import { sessionCookie, sessionSeconds } from './cookies'
import { enterBrowser } from './enter-browser'

/**
 * Signs this browser in by a letter's token. Says whether the token was still good. Auth.js redeems it, as if
 * the browser had followed a link to its callback; only the session is taken from its answer.
 */
export async function signInByToken(email: string, token: string) {
  const fresh = await redeemToken(email, token)
  if (fresh) await enterBrowser(fresh.token, fresh.expires)
  return fresh !== undefined
}

/** The session that a letter's token is worth: once, and for ten minutes. */
export async function redeemToken(email: string, token: string) {
  const callback = new URL('/api/auth/callback/email', env().siteUrl)
  callback.search = new URLSearchParams({ email, token }).toString()
  const answer = await Auth(new Request(callback), authConfig())
  const cookie = new NextResponse(null, { headers: answer.headers }).cookies.get(sessionCookie().name)
  if (cookie?.value) return { token: cookie.value, expires: inSessionSeconds() }
  refuseOtherFaults(answer)
  return undefined
}

/** Signs this browser in as a user of whom something else than a letter has shown that it is them. */
export async function signInAs(userId: string) {
  const fresh = { sessionToken: randomBytes(32).toString('base64url'), userId, expires: inSessionSeconds() }
  await createSession(fresh)
  await enterBrowser(fresh.sessionToken, fresh.expires)
}

const inSessionSeconds = () => new Date(Date.now() + sessionSeconds * 1000)

/** A database that is down is no fault of the letter. Auth.js has logged the cause. */
function refuseOtherFaults(answer: Response) {
  const fault = URL.parse(answer.headers.get('location') ?? '')?.searchParams.get('error')
  if (fault !== 'Verification') throw new Error(`A letter could not be redeemed: ${fault}`)
}
