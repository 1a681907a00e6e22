import type { GivenReason } from '@/db/queries/reasons'
import { rulePath } from '@/domain/moderation/addresses'
import { commentWords } from '@/lib/words/comment'

/** The reason that was given, and the way to the house rule behind it. */
export function GivenRule({ reason: { code, ruleNo, label } }: { reason: GivenReason }) {
  return <a href={rulePath(code)}>{commentWords.rule(ruleNo, label)}</a>
}
