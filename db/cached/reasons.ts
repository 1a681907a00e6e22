import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { tags } from '../invalidate'
import { listReasons } from '../queries/reasons'

/** The house rules in the order of their numbers, those that hold no longer among them. */
export async function readRules() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.reasons)
  const reasons = env().isBuild ? [] : await listReasons()
  return reasons
    .map(({ code, label, ruleNo, ruleText, retiredAt }) => ({ code, label, ruleNo, ruleText, holds: !retiredAt }))
    .toSorted((one, other) => one.ruleNo - other.ruleNo)
}

export type Rule = Awaited<ReturnType<typeof readRules>>[number]
