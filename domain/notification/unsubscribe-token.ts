import { z } from 'zod'
import { env } from '@/lib/env'
import { equalHashes, keyedHash } from '@/lib/keyed-hash'
import { kinds, type NotificationKind } from './kinds'

type Subject = { memberId: string; kind: NotificationKind }

const subject = z.object({ memberId: z.uuid(), kind: z.enum(kinds) })

/** What lets its bearer stop one person's letters of one kind, and nothing else. It never ends: letters are kept for long. */
export const unsubscribeToken = ({ memberId, kind }: Subject) => `${memberId}.${kind}.${sign({ memberId, kind })}`

/** Whose letters of which kind; nothing for what we did not sign. */
export function readUnsubscribeToken(token: string): Subject | undefined {
  const [memberId, kind, signature, ...more] = token.split('.')
  const read = subject.safeParse({ memberId, kind })
  if (!read.success || !signature || more.length > 0 || !equalHashes(signature, sign(read.data))) return
  return read.data
}

/** Where a mail program posts to, and where a person who opens it is led to a button. */
export const unsubscribeLink = (token: string) => new URL(unsubscribePath(token), env().siteUrl).href

export const unsubscribePath = (token: string) => `/api/unsubscribe/${encodeURIComponent(token)}`

/** The page with that button, which says afterwards that it was pressed. */
export const unsubscribePage = (token: string, isDone = false) =>
  `/account/unsubscribe?${new URLSearchParams({ token, ...(isDone && { done: 'mail' }) })}`

const sign = ({ memberId, kind }: Subject) => keyedHash('unsubscribe', `${memberId} ${kind}`)
