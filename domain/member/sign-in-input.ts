import { z } from 'zod'
import { nextPath } from '@/lib/next-path'
import { accountWords } from '@/lib/words/account'

const next = z.unknown().optional().transform(nextPath)

/** An address as it is stored and compared: trimmed, in lower case, in one spelling of its letters. */
export const emailAddress = z
  .string({ error: accountWords.signIn.invalidEmail })
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email({ error: accountWords.signIn.invalidEmail }).max(254, { error: accountWords.signIn.invalidEmail }))

export const letterInput = z.object({ email: emailAddress, next })

export const codeInput = z.object({
  code: z
    .string({ error: accountWords.check.invalidCode })
    .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^[0-9]{6}$/, { error: accountWords.check.invalidCode })),
  next,
})

export const linkInput = z.object({
  email: z.string().min(3).max(254),
  token: z.string().min(8).max(200),
  next,
})

export const ownerLinkInput = z.object({ token: z.string().min(8).max(200) })
