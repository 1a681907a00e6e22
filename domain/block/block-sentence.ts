import type { MetBlock } from '@/db/queries/blocks'
import { blockWords } from '@/lib/words/block'
import { sanctionWords } from '@/lib/words/sanction'
import { momentInWords } from '../sanction/sanction-sentence'

/** What somebody is told whom a block meets: what is refused, until when, and why. */
export function blockSentence({ kind, endsAt, reason }: MetBlock) {
  const { until, why, rule } = sanctionWords.own
  return `${blockWords.met[kind](endsAt ? until(momentInWords(endsAt)) : '')} ${why(rule(reason.ruleNo, reason.label))}`
}
