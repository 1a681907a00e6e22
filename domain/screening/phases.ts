import type { Facts } from './facts'
import type { Finding } from './finding'
import { findDomains } from './phases/domains'
import { findDuplicate } from './phases/duplicate'
import { findFirstComment } from './phases/first-comment'
import { findGuest } from './phases/guest'
import { findLinks } from './phases/links'
import { findPremoderated } from './phases/premoderated'
import { findRecord } from './phases/record'
import { findSanction } from './phases/sanction'
import { findTooFast } from './phases/too-fast'

/** One question that is asked of every comment. It answers with what it found, if anything. */
export type Phase = (facts: Facts) => Finding | Finding[] | undefined

/**
 * What every comment goes through, in this order; the first finding is the one that lists show. A newsroom adds its own
 * here: see docs/moderation-phases.md.
 */
export const phases: readonly Phase[] = [
  findGuest,
  findFirstComment,
  findPremoderated,
  findSanction,
  findRecord,
  findDuplicate,
  findLinks,
  findDomains,
  findTooFast,
]
