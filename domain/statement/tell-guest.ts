import type { z } from 'zod'
import { db } from '@/db/client'
import { findStatement, insertGuestLetter } from '@/db/queries/statements'
import { sendLetter } from '@/lib/mail/send-letter'
import { statementLetter } from './statement-letter'
import type { toldInput } from './tell-of-hold'

/**
 * Sends a guest who gave an address what was decided about their comment, if it still holds. Sent once: whoever comes
 * second waits for the first, and a letter that was refused is sent by the next try, with the same Message-ID.
 */
export async function tellGuest({ decisionId }: z.infer<typeof toldInput>, now = new Date()) {
  await db.transaction(async (tx) => {
    const statement = await findStatement(decisionId, tx)
    if (!statement?.isInForce || !statement.isGuest || !statement.guestEmail) return
    if (!(await insertGuestLetter(decisionId, now, tx))) return
    await sendLetter(statementLetter({ to: statement.guestEmail, letterId: decisionId, statements: [statement] }))
  })
}
