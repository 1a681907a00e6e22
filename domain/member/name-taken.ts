import type { Db } from '@/db/client'
import { isLikenessTaken, listWithoutLikeness, updateLikenesses } from '@/db/queries/names'
import { likenessOf } from './likeness'

/** A name that somebody gave up is nobody else's for so long. */
const restsFor = 90 * 24 * 60 * 60_000
const atOnce = 200

/** Whether a name looks like one that somebody else has, or had lately. */
export async function isNameTaken(name: string, notBy: string | null, now: Date, on?: Db) {
  return isLikenessTaken(likenessOf(name), notBy, new Date(now.getTime() - restsFor), on)
}

/** Looks at the chosen names that came in without being looked at: with a paper, a command, or an older version. */
export async function lookAtNames() {
  for (let some = await listWithoutLikeness(atOnce); some.length > 0; some = await listWithoutLikeness(atOnce))
    await updateLikenesses(some.map((one) => ({ ...one, likeness: likenessOf(one.name) })))
}
