import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const zip = promisify(gzip)
const brotli = promisify(brotliCompress)
const unbrotli = promisify(brotliDecompress)

/** `quick` is made while somebody waits; `best` is smaller by a tenth and takes a hundred times as long. */
export type Effort = 'quick' | 'best'

const brotliQuality: Record<Effort, number> = { quick: 5, best: 11 }

export async function encode(body: Buffer, encoding: Encoding, effort: Effort = 'quick') {
  if (encoding === 'gzip') return zip(body)
  if (encoding === 'identity') return body
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  })
}

const encoded = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>()

/** As `encode`, for a body that is sent as it is again and again: worked on once, for as long as somebody holds it. */
export function encodeOnce(body: Buffer, encoding: Encoding) {
  const known = encoded.get(body) ?? new Map<Encoding, Promise<Buffer>>()
  const made = known.get(encoding) ?? encode(body, encoding)
  encoded.set(body, known.set(encoding, made))
  made.catch(() => known.delete(encoding))
  return made
}

export async function decode(body: Buffer, encoding: Encoding) {
  return encoding === 'br' ? unbrotli(body) : body
}

const compressible = /^(text\/|application\/(json|xml|rss\+xml|atom\+xml|feed\+json|ld\+json)|image\/svg\+xml)/i
/** Below this a packet is a packet. */
const leastBytes = 1024

export const isCompressible = (contentType: unknown, bytes: number) =>
  bytes > leastBytes && compressible.test(String(contentType ?? ''))

const parsed = new Map<string, Encoding>()

/** The encoding to answer with: the smallest that the request takes (RFC 9110 12.5.3). */
export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const header = String(accepted ?? '')
  const known = parsed.get(header)
  if (known) return known
  // Readers' browsers send a handful of them; who invents more is parsed each time.
  const chosen = parse(header)
  if (parsed.size < 200) parsed.set(header, chosen)
  return chosen
}

function parse(header: string): Encoding {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.toLowerCase().split(';')
      const weight = parameters.map((text) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean)
      return [name.trim(), weight === undefined ? 1 : Number(weight)] as const
    }),
  )
  const isAccepted = (name: string) => (weights.get(name) ?? 0) > 0
  if (isAccepted('br')) return 'br'
  return isAccepted('gzip') || isAccepted('x-gzip') ? 'gzip' : 'identity'
}
