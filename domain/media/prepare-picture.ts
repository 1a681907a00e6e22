import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { done, refuse } from '../outcome'
import { renditionWidths } from './picture-address'

/** The original's bytes. A form with a picture may be a little larger: see next.config. */
export const mostBytes = 5_000_000
const mostPixels = 50_000_000
/** A strip that is longer than this for its width is no picture for a page, and WebP ends at 16,383 pixels. */
const steepest = 6

/**
 * Makes the renditions of a picture: WebP, upright, without its metadata (what tells where and with what it was
 * taken), never wider than it was. JPEG, PNG, WebP and AVIF alone are decoded; nothing else reaches a decoder.
 */
export async function preparePicture(bytes: Buffer) {
  if (bytes.length > mostBytes) return refuse('picture-too-large')
  const format = formatOf(bytes)
  if (!format) return refuse('not-a-picture')
  try {
    return await decode(bytes, format)
  } catch (error) {
    // sharp throws plain errors, with the decoder's own words, for whatever is wrong with a file.
    if (error instanceof Error && /pixel limit/i.test(error.message)) return refuse('too-many-pixels')
    return refuse('not-a-picture')
  }
}

async function decode(bytes: Buffer, format: Format) {
  const options = { limitInputPixels: mostPixels, failOn: 'error', pages: 1 } as const
  const { format: read, width, height, autoOrient } = await sharp(bytes, options).metadata()
  if (read !== format) return refuse('not-a-picture')
  if (width * height > mostPixels) return refuse('too-many-pixels')
  if (Math.max(width / height, height / width) > steepest) return refuse('too-long-a-strip')
  const renditions = []
  for (const one of renditionWidths(autoOrient.width)) {
    const picture = sharp(bytes, options).timeout({ seconds: 30 }).autoOrient().resize({ width: one })
    renditions.push({ width: one, bytes: await picture.webp({ quality: 80 }).toBuffer() })
  }
  const hash = createHash('sha256').update(bytes).digest('hex')
  return done({ hash, width: autoOrient.width, height: autoOrient.height, renditions })
}

type Format = 'jpeg' | 'png' | 'webp' | 'heif'

/** The format that a file's first bytes declare; sharp calls AVIF by the name of its container. */
function formatOf(bytes: Buffer): Format | undefined {
  const signs = bytes.subarray(0, 16).toString('latin1')
  if (signs.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (signs.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (signs.startsWith('RIFF') && signs.slice(8, 12) === 'WEBP') return 'webp'
  if (/^ftypavi[fs]/.test(signs.slice(4))) return 'heif'
}
