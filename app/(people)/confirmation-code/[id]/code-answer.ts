import { connection } from 'next/server'
import { z } from 'zod'
import { currentVisitor } from '@/auth/visitor'
import { findAnswer } from '@/db/queries/confirmation-codes'
import { takeFrom } from '@/db/rate-limit'

export const unstored = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** The answer of a code that is good; else what to tell whoever asked for its picture or sound. */
export async function codeAnswer(id: string): Promise<string | Response> {
  await connection()
  const allowance = await takeFrom('confirmation-code', (await currentVisitor()).addressHash)
  if (!allowance.ok) {
    const headers = { ...unstored, 'retry-after': String(allowance.retryAfterSeconds) }
    return new Response(null, { status: 429, headers })
  }
  const answer = z.uuid().safeParse(id).success ? await findAnswer(id) : undefined
  return answer ?? new Response(null, { status: 404, headers: unstored })
}
