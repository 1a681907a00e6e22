import { connection } from 'next/server'
import { z } from 'zod'
import { currentVisitor } from '@/auth/visitor'
import { findAnswer } from '@/db/queries/confirmation-codes'
import { takeFrom } from '@/db/rate-limit'
import { drawCode } from '@/domain/confirmation/draw-code'
import { keyedHash } from '@/lib/keyed-hash'

const unstored = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** The picture of a confirmation code, drawn when it is asked for, as long as the code is good. */
export async function GET(_: Request, { params }: RouteContext<'/confirmation-code/[id]'>) {
  await connection()
  const { id } = await params
  const allowance = await takeFrom('confirmation-code', (await currentVisitor()).addressHash)
  if (!allowance.ok) {
    const headers = { ...unstored, 'retry-after': String(allowance.retryAfterSeconds) }
    return new Response(null, { status: 429, headers })
  }
  const answer = z.uuid().safeParse(id).success ? await findAnswer(id) : undefined
  if (!answer) return new Response(null, { status: 404, headers: unstored })

  const picture = await drawCode(answer, keyedHash('confirmation-picture', id))
  return new Response(new Uint8Array(picture), { headers: { ...unstored, 'content-type': 'image/png' } })
}
