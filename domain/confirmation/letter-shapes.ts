import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import opentype, { type Font, type PathCommand } from 'opentype.js'

const file = 'node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff'

let font: Promise<Font> | undefined

/** The outline of one letter, its foot at the origin, in pixels; and how wide it is. */
export async function outlineOf(letter: string, size: number): Promise<{ commands: PathCommand[]; width: number }> {
  font ??= readFont()
  const shape = (await font).charToGlyph(letter)
  const path = shape.getPath(0, 0, size)
  const box = path.getBoundingBox()
  return { commands: path.commands, width: box.x2 - box.x1 }
}

async function readFont() {
  const bytes = await readFile(join(process.cwd(), file))
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
