import { drawCode } from '@/domain/confirmation/draw-code'
import { keyedHash } from '@/lib/keyed-hash'
import { codeAnswer, unstored } from './code-answer'

/** The picture of a confirmation code, drawn when it is asked for, as long as the code is good. */
export async function GET(_: Request, { params }: RouteContext<'/confirmation-code/[id]'>) {
  const { id } = await params
  const answer = await codeAnswer(id)
  if (typeof answer !== 'string') return answer
  const picture = await drawCode(answer, keyedHash('confirmation-picture', id))
  return new Response(new Uint8Array(picture), { headers: { ...unstored, 'content-type': 'image/png' } })
}
