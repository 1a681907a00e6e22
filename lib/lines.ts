export type Line = { no: number; text: string } | { no: number; fault: 'too-long' | 'not-utf-8' }

const newline = 0x0a

/**
 * The lines of a text file, each with its number from 1, without its line end; blank ones are left out. Never holds
 * more than one line of at most `longest` bytes: of a longer one only its number is known.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let bytes = 0
  let no = 1
  const add = (part: Uint8Array) => {
    bytes += part.byteLength
    if (bytes <= longest) parts.push(part)
    else parts = []
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, end))
      yield* read(parts, bytes > longest, no)
      ;[parts, bytes, no, from] = [[], 0, no + 1, end + 1]
    }
    add(chunk.subarray(from))
  }
  yield* read(parts, bytes > longest, no)
}

function* read(parts: Uint8Array[], isTooLong: boolean, no: number): Generator<Line> {
  if (isTooLong) return yield { no, fault: 'too-long' }
  const text = decode(Buffer.concat(parts))
  if (text === undefined) yield { no, fault: 'not-utf-8' }
  else if (text.trim() !== '') yield { no, text: text.replace(/\r$/, '') }
}

/** A byte order mark at the beginning is not part of the text. */
function decode(bytes: Uint8Array) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
