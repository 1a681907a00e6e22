import type { Db } from '@/db/client'
import { findWriterRecord } from '@/db/queries/writer-record'
import { type Actor, may } from '../actor'
import { readDraft } from './draft'
import { type Risk, risksOf, riskWindows } from './risk'
import { countLinks } from './text/comment-text'

/** Why this comment needs the confirmation code; nothing where it does not. */
export async function whyCode(actor: Actor, text: string, now: Date, on?: Db): Promise<(Risk | 'guest')[]> {
  if (actor.id === null) return ['guest']
  if (actor.rank !== 'member') return []
  const since = {
    recent: new Date(now.getTime() - riskWindows.recent),
    hidden: new Date(now.getTime() - riskWindows.hidden),
  }
  const record = await findWriterRecord(actor.id, since, on)
  return record ? risksOf(record, countLinks(text), now) : []
}

/** Whether the form that a person is shown has the code in it: what they have typed so far may ask for it. */
export async function isCodeShown(actor: Actor, draftToken: string | undefined, now = new Date()) {
  if (!may(actor, actor.id === null ? 'comment.post-as-guest' : 'comment.post')) return false
  const draft = draftToken && actor.id !== null ? await readDraft(draftToken, now) : undefined
  return (await whyCode(actor, draft?.text ?? '', now)).length > 0
}
