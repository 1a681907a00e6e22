import type { LogLine } from '@/db/queries/moderation-log'
import { commentWords } from '@/lib/words/comment'
import { logWords as words } from '@/lib/words/moderation-log'

/** What was done, in a few words. */
export const didOf = ({ kind, from }: Pick<LogLine, 'kind' | 'from'>) =>
  kind === 'hide-comment' && from === 'held' ? words.notLetThrough : words.did[kind]

export type LogRole = keyof typeof words.roles

/** In which role somebody acted; nobody is named. */
export function roleOf({ kind, isAutomatic, actorRank }: Pick<LogLine, 'kind' | 'isAutomatic' | 'actorRank'>): LogRole {
  if (isAutomatic) return 'machine'
  if (kind === 'lodge-appeal') return 'author'
  return actorRank ?? 'machine'
}

const whyHeld: Record<string, string> = commentWords.waitingBecause

/** Under which rule, or why it was held; nothing where a line says neither. */
export function whyOf({
  kind,
  label,
  ruleNo,
  heldBecause,
}: Pick<LogLine, 'kind' | 'label' | 'ruleNo' | 'heldBecause'>) {
  if (heldBecause) return whyHeld[heldBecause] ?? ''
  if (!label || ruleNo === null) return ''
  const rule = words.rule(ruleNo, label)
  return kind === 'restore-comment' || kind === 'overturn-decision' ? words.hadBeen(rule) : rule
}

/** A span in its largest sensible unit. */
export function spanText(seconds: number) {
  if (seconds < 90) return words.seconds(Math.round(seconds))
  const minutes = seconds / 60
  if (minutes < 90) return words.minutes(Math.round(minutes))
  const hours = minutes / 60
  return hours < 48 ? words.hours(Math.round(hours * 10) / 10) : words.days(Math.round((hours / 24) * 10) / 10)
}

export const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
