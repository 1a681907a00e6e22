import { cookies, headers } from 'next/headers'
import { deleteSession, updateDevice } from '@/db/queries/sign-in'
import { deviceName } from '@/lib/device-name'
import { type Hint, hintCookie, hintCookieOptions, sessionCookie } from './cookies'
import { storedSessionToken } from './session-token'

/** Gives this browser a session that was made for it, in place of the one that it had. */
export async function enterBrowser(token: string, expires: Date) {
  const jar = await cookies()
  const { name, options } = sessionCookie()
  const former = jar.get(name)?.value
  if (former) await deleteSession(storedSessionToken(former))

  const sent = await headers()
  const device = deviceName(sent.get('x-courant-user-agent') ?? sent.get('user-agent'))
  if (device) await updateDevice(storedSessionToken(token), device)
  jar.set(name, token, { ...options, expires })
  jar.set(hintCookie, 'member' satisfies Hint, { ...hintCookieOptions(), expires })
}

/** Takes the session out of this browser and out of the database. */
export async function leaveBrowser() {
  const jar = await cookies()
  const { name, options } = sessionCookie()
  const token = jar.get(name)?.value
  if (token) await deleteSession(storedSessionToken(token))
  jar.set(name, '', { ...options, maxAge: 0 })
  jar.set(hintCookie, '', { ...hintCookieOptions(), maxAge: 0 })
}
