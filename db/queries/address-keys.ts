import { eq, lt } from 'drizzle-orm'
import { type Db, db } from '../client'
import { addressKey } from '../schema'

/** The key of a week, which is `fresh` where there is none yet. */
export async function takeAddressKey(week: number, fresh: string, on: Db = db) {
  const find = () => on.select({ key: addressKey.key }).from(addressKey).where(eq(addressKey.week, week)).limit(1)
  const [there] = await find()
  if (there) return there.key
  await on.insert(addressKey).values({ week, key: fresh }).onConflictDoNothing()
  const [made] = await find()
  if (!made) throw new Error(`the key of week ${week} went while it was made`)
  return made.key
}

export async function deleteAddressKeysBefore(week: number, on: Db = db) {
  await on.delete(addressKey).where(lt(addressKey.week, week))
}
