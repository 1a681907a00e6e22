import { z } from 'zod'
import type { StatementRow } from '@/db/queries/statements'
import { dateFormat } from '@/lib/date-format'
import { env } from '@/lib/env'
import { commentWords } from '@/lib/words/comment'
import { statementWords } from '@/lib/words/statement'
import { appealableUntil } from '../appeal/appealable'

const words = statementWords.facts

export type StatedDecision = Pick<
  StatementRow,
  'kind' | 'createdAt' | 'actorRank' | 'isAutomatic' | 'before' | 'after' | 'reason'
>

/** What was written down of a decision beside who and when; older lines say less. */
const written = z.object({
  before: z.object({ standing: z.string().optional().catch(undefined), reports: z.number().catch(0) }),
  after: z.object({
    heldBecause: z.string().nullable().optional().catch(undefined),
    rule: z.object({ label: z.string(), ruleNo: z.number(), ruleText: z.string() }).optional().catch(undefined),
    answer: z.string().optional().catch(undefined),
  }),
})

/** What the statement is about, in a few words. */
export function statementTitle({ kind, before }: Pick<StatementRow, 'kind' | 'before'>) {
  const isFirst = kind === 'hide-comment' && before.standing === 'held'
  return isFirst ? statementWords.notLetThrough : statementWords.did[kind]
}

/**
 * What a statement tells of a decision, as terms and what is said of each: what Article 17(3) of the Digital Services Act
 * wants told to whoever wrote the text. The rule is told in its words of that time.
 */
export function statementFacts(decision: StatedDecision): [term: string, said: string][] {
  const { kind, createdAt } = decision
  const { before, after } = written.parse(decision)
  const isRestriction = kind === 'hide-comment' || kind === 'hold-comment'
  const facts: [string, string | undefined][] = [
    [words.what, kind === 'hide-comment' && before.standing === 'held' ? words.notLetThrough : words.whatSays[kind]],
    [words.scope, isRestriction ? words.scopeSays[kind === 'hold-comment' ? 'held' : 'hidden'] : undefined],
    [words.when, momentText(createdAt)],
    [words.rule, ruleOf(after.rule ?? decision.reason)],
    [words.hold, kind === 'hold-comment' ? holdOf(after.heldBecause) : undefined],
    [words.ground, kind === 'hide-comment' ? words.groundSays : undefined],
    [words.noticed, kind === 'hide-comment' ? noticedOf(decision, before) : undefined],
    [words.who, whoOf(decision)],
    [words.answer, after.answer],
    [words.redress, redressOf(kind, createdAt)],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}

function ruleOf(rule: { label: string; ruleNo: number; ruleText: string } | null) {
  return rule ? words.ruleSays(rule.ruleNo, rule.label, rule.ruleText) : undefined
}

const whyHeld: Record<string, string> = commentWords.waitingBecause

const holdOf = (heldBecause: string | null | undefined) => whyHeld[heldBecause ?? ''] ?? words.holdSays

function noticedOf({ isAutomatic }: StatedDecision, { standing, reports }: z.infer<typeof written>['before']) {
  if (reports > 0) return words.noticedSays.reports(reports)
  if (isAutomatic) return words.noticedSays.machine
  return standing === 'held' ? words.noticedSays.held : words.noticedSays.found
}

const whoOf = ({ isAutomatic, actorRank }: StatedDecision) =>
  isAutomatic ? words.automatic : words.personSays(words.person[actorRank ?? 'member'])

function redressOf(kind: StatementRow['kind'], at: Date) {
  if (kind === 'hold-comment') return words.redressHeld
  if (kind === 'hide-comment') return words.redressHidden(dayText(appealableUntil(at)))
  return kind === 'uphold-decision' ? words.redressUpheld : undefined
}

const zoned = (style: Intl.DateTimeFormatOptions) =>
  dateFormat(env().siteLanguage, { ...style, timeZone: env().timeZone })

const momentText = (at: Date) => zoned({ dateStyle: 'long', timeStyle: 'short' }).format(at)

const dayText = (at: Date) => zoned({ dateStyle: 'long' }).format(at)
