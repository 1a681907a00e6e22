import type { Facts } from './facts'
import type { Finding } from './finding'
import { type Phase, phases } from './phases'

/**
 * Whether a comment is seen at once or by a moderator first, and everything that was found. The same facts give the same
 * answer: it runs for each new comment and again for each changed one. What the newsroom itself writes is not screened,
 * unless an admin has put its author under pre-moderation.
 */
export function screen(facts: Facts, through: readonly Phase[] = phases) {
  const findings = isStaff(facts) ? [] : through.flatMap((phase) => phase(facts) ?? [])
  const first = findings.find(({ shadow }) => !shadow)
  return { standing: first ? ('held' as const) : ('visible' as const), heldBecause: first?.because ?? null, findings }
}

export type Screened = { standing: 'held' | 'visible'; heldBecause: Finding['because'] | null; findings: Finding[] }

const isStaff = ({ author }: Facts) => author.kind === 'member' && author.rank !== 'member' && !author.isPremoderated
