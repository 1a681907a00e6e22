import type { AuthConfig } from '@auth/core'
import { AuthError } from '@auth/core/errors'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { makeAdapter } from './adapter'
import { privateCookie, sessionCookie, sessionSeconds } from './cookies'
import { sendSignInLetter } from './sign-in-letter'

/** How long a letter's link and code are good for. */
const letterSeconds = 10 * 60

/** Made at each use, since a build has neither secrets nor a database. */
export const authConfig = (): AuthConfig => ({
  secret: env().authSecret,
  basePath: '/api/auth',
  // server.ts sets Host and X-Forwarded-Host from SITE_URL and drops the client's.
  trustHost: true,
  adapter: makeAdapter(),
  // A page that is being read can't send a cookie, so a session isn't prolonged: it ends when its cookie ends.
  session: { strategy: 'database', maxAge: sessionSeconds, updateAge: sessionSeconds },
  // Where to go on to travels in the letter and in our forms, so Auth.js's own note of it is not kept.
  cookies: {
    sessionToken: sessionCookie(),
    callbackUrl: { name: 'courant-callback', options: { ...privateCookie(), maxAge: 0 } },
  },
  pages: { signIn: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in/check' },
  providers: [
    {
      id: 'email',
      type: 'email',
      name: 'E-mail',
      maxAge: letterSeconds,
      options: {},
      sendVerificationRequest: ({ identifier, token, expires, url }) =>
        sendSignInLetter(identifier, token, expires, url),
    },
  ],
  logger: {
    // A link that was used or is too old is nothing that an operator must know.
    error: (fault) => {
      if (!(fault instanceof AuthError && fault.type === 'Verification')) log.error({ err: fault }, 'sign-in failed')
    },
    warn: (code) => log.warn({ code }, 'sign-in'),
    debug: () => {},
  },
})
