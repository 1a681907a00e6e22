import type { Db } from '@/db/client'
import { isLikenessTaken, listWithoutLikeness, updateLikeness } from '@/db/queries/names'
import { likenessOf } from './likeness'

/** A name that somebody gave up is nobody else's for so long. */
const restsFor = 90 * 24 * 60 * 60_000
const atOnce = 200

/** Whether a name looks like one that somebody else has, or had lately. */
export async function isNameTaken(name: string, notBy: string | null, now: Date, on?: Db) {
  return isLikenessTaken(likenessOf(name), notBy, new Date(now.getTime() - restsFor), on)
}

/** Looks at chosen names that came in without being looked at, some of them at a time. */
export async function lookAtNames() {
  for (const { id, name } of await listWithoutLikeness(atOnce)) await updateLikeness(id, name, likenessOf(name))
}
