import { createHash, randomBytes } from 'node:crypto'
import { deleteDraft, deleteExpiredDrafts, findDraft, insertDraft } from '@/db/queries/drafts'
import { longestTyped } from './comment-input'

const lifetime = 24 * 60 * 60_000

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

type Typed = {
  articleId: string
  parentId: string | null
  name: string
  email: string
  text: string
  refusal: string | null
  isPreview: boolean
}

/**
 * Keeps what somebody typed for a day, for the page that shows it again. Answers the token that its address
 * carries; whoever has that may read it.
 */
export async function keepDraft(typed: Typed, now = new Date()) {
  const token = randomBytes(18).toString('base64url')
  await deleteExpiredDrafts(now)
  await insertDraft({
    ...typed,
    name: typed.name.slice(0, 200),
    email: typed.email.slice(0, 320),
    text: typed.text.slice(0, longestTyped),
    tokenHash: hashed(token),
    expiresAt: new Date(now.getTime() + lifetime),
    createdAt: now,
  })
  return token
}

export const readDraft = (token: string, now = new Date()) => findDraft(hashed(token), now)

/** Forgets a draft when its text was posted. */
export const dropDraft = (token: string) => deleteDraft(hashed(token))
