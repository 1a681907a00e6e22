import { z } from 'zod'
import type { Tx } from '@/db/client'
import { updateCodeUsed } from '@/db/queries/confirmation-codes'
import { readAnswer } from './confirmation-code'

/** Whether the code was typed right, in time and for the first time. Right or wrong, it is used up. */
export async function redeemConfirmationCode(id: string | undefined, typed: string | undefined, now: Date, tx: Tx) {
  if (!z.uuid().safeParse(id).success || !id) return false
  const answer = await updateCodeUsed(id, now, tx)
  return answer !== undefined && readAnswer(typed ?? '') === answer
}
