import type { Tx } from '@/db/client'
import { countReportsUnder, findConversation, updateConversation } from '@/db/queries/conversation-changes'
import { setFor, tell } from './change-conversation'

const hour = 60 * 60_000

/** Slows a conversation down for an hour where readers report a lot of it. Comes after each report, in its transaction. */
export async function slowDownWhenHeated(articleId: string, now: Date, tx: Tx) {
  const found = await findConversation({ id: articleId }, now, tx)
  if (!found || found.isHeated || found.settings.heatedReports === 0) return
  const reports = await countReportsUnder(articleId, new Date(now.getTime() - hour), tx)
  if (reports < found.settings.heatedReports) return
  await updateConversation(articleId, { heatedUntil: new Date(now.getTime() + hour) }, tx)
  const before = setFor(found)
  await tell({ articleId, isAutomatic: true, before, after: { ...before, isHeated: true, reports } }, now, tx)
}
