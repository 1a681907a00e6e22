import { after } from 'next/server'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { sendLetter } from '@/lib/mail/send-letter'
import { signInLetter } from '@/lib/mail/sign-in-letter'
import { nextPath } from '@/lib/next-path'
import { writeSignInCode } from './sign-in-code'
import { ensureVisitor } from './visitor'

/**
 * Called by next-auth in the action that asked for it, for known and unknown addresses alike. The letter leaves
 * after the answer, so that a slow mail server says nothing about an address.
 */
export async function sendSignInLetter(email: string, token: string, expires: Date, callback: string) {
  const { key: browserKey } = await ensureVisitor()
  const code = await writeSignInCode({ email, token, expires, browserKey })
  const letter = signInLetter({ email, code, link: confirmLink(email, token, callback) })
  after(async () => {
    try {
      await sendLetter(letter)
    } catch (fault) {
      log.error({ err: fault }, 'a sign-in letter could not be sent: is SMTP_URL right?')
    }
  })
}

function confirmLink(email: string, token: string, callback: string) {
  const link = new URL('/sign-in/confirm', env().siteUrl)
  link.searchParams.set('token', token)
  link.searchParams.set('email', email)
  const goal = URL.parse(new URL(callback).searchParams.get('callbackUrl') ?? '')
  const next = nextPath(goal && `${goal.pathname}${goal.search}${goal.hash}`)
  if (next) link.searchParams.set('next', next)
  return link.href
}
