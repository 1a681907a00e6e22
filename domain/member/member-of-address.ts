import { db } from '@/db/client'
import { insertMemberOfUser, insertUser } from '@/db/queries/new-members'

/** The member of an e-mail address, made when there is none: they sign in by a letter like everybody. */
export async function memberOfAddress(email: string) {
  return db.transaction(async (tx) => {
    const user = await insertUser(email, tx)
    return insertMemberOfUser(user.id, tx)
  })
}
