import type { Db } from '@/db/client'
import { listKindsUnder } from '@/db/queries/sanctions'
import type { Actor } from '../actor'

const none = { isMuted: false, isPremoderated: false, isWarningUnread: false }

/** What holds somebody back under one article, for the whole paper or for its section. A stranger has no sanctions. */
export async function limitsUnder(actor: Actor, articleId: string, now: Date, on?: Db) {
  if (actor.id === null) return none
  const kinds = await listKindsUnder(actor.id, articleId, now, on)
  return {
    isMuted: kinds.includes('mute') || kinds.includes('ban'),
    isPremoderated: kinds.includes('premoderation'),
    isWarningUnread: kinds.includes('warning'),
  }
}
