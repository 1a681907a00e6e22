import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { alphabet } from './confirmation-code'

export const samplesPerSecond = 8000

const files = ['1', '2', '3'].map((voice) => join('domain/confirmation/voices', `${voice}.ulaw`))

let read: Promise<Map<string, Float32Array>[]> | undefined

/** Each voice's words for the letters of the alphabet, as samples from -1 to 1. */
export function voices() {
  read ??= Promise.all(files.map(async (file) => wordsIn(await readFile(join(process.cwd(), file)))))
  return read
}

/** See voices/README.md. */
function wordsIn(bytes: Buffer) {
  let at = 0
  return new Map(
    [...alphabet].map((letter) => {
      const length = bytes.readUInt16LE(at)
      const sound = Float32Array.from(bytes.subarray(at + 2, at + 2 + length), loudnessOf)
      at += 2 + length
      return [letter, sound]
    }),
  )
}

/** Of a byte of µ-law: ITU-T G.711. */
function loudnessOf(byte: number) {
  const [sign, exponent, mantissa] = [byte & 0x80 ? 1 : -1, (~byte >> 4) & 7, ~byte & 15]
  return (sign * ((((mantissa << 3) + 0x84) << exponent) - 0x84)) / 32_768
}
