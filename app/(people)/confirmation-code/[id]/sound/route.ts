import { speakCode } from '@/domain/confirmation/speak-code'
import { byteRange } from '@/lib/byte-range'
import { keyedHash } from '@/lib/keyed-hash'
import { codeAnswer, unstored } from '../code-answer'

/** The same code to listen to. Some browsers play only what they can ask for by parts. */
export async function GET(request: Request, { params }: RouteContext<'/confirmation-code/[id]/sound'>) {
  const { id } = await params
  const answer = await codeAnswer(id)
  if (typeof answer !== 'string') return answer
  const sound = await speakCode(answer, keyedHash('confirmation-sound', id))
  const headers = { ...unstored, 'content-type': 'audio/wav', 'accept-ranges': 'bytes' }

  const part = byteRange(request.headers.get('range'), sound.length)
  if (!part) return new Response(new Uint8Array(sound), { headers })
  return new Response(new Uint8Array(sound.subarray(part.from, part.to + 1)), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${part.from}-${part.to}/${sound.length}` },
  })
}
