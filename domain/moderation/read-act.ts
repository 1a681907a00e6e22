import { z } from 'zod'
import { findAct } from '@/db/queries/undo'
import { deskWords } from '@/lib/words/desk'
import { undoableSince } from './undo-act'

const { did, whyLeft } = deskWords.act

type Kind = keyof typeof did
type WhyLeft = keyof typeof whyLeft

const isKind = (kind: string): kind is Kind => kind in did
const isWhy = (refusal: string): refusal is WhyLeft => refusal in whyLeft

const left = z
  .string()
  .regex(/^[a-z-]+\.[0-9a-f-]{36}$/)
  .transform((text) => ({ refusal: text.split('.')[0] ?? '', commentId: text.split('.')[1] ?? '' }))

const address = z.object({
  act: z.uuid(),
  left: z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(left).max(20)).catch([]),
  more: z.coerce.number().int().min(0).max(1000).catch(0),
})

/** What an address says was decided in one go: what it was, and what was left; nothing where it says nothing. */
export async function readAct(query: Record<string, unknown>, now = new Date()) {
  const read = address.safeParse(query)
  if (!read.success) return
  const { act: id, more } = read.data
  const found = await findAct(id)
  const named = read.data.left.flatMap(({ commentId, refusal }) => (isWhy(refusal) ? [{ commentId, refusal }] : []))
  const kind = found && isKind(found.kind) ? found.kind : undefined
  return {
    id,
    kind,
    actorId: found?.actorId ?? null,
    actorName: found?.actorName ?? null,
    decisions: found?.decisions ?? 0,
    canUndo: canUndo(found, now),
    left: named,
    more,
  }
}

export type Act = NonNullable<Awaited<ReturnType<typeof readAct>>>

/** Whether whoever decided it may still take it back. */
export const canUndo = (decision: { kind: string; createdAt: Date } | undefined, now: Date) =>
  decision !== undefined && decision.kind !== 'undo-decision' && decision.createdAt > undoableSince(now)
