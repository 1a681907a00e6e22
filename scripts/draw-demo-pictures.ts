// Draws the pictures of the demonstration paper into demo/pictures: all of them, or those named as arguments.
// The same source gives the same pictures.
import { mkdir, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { chanceFrom, height, type Picture, width } from '@/demo/drawings/kit'
import { pictures } from '@/demo/drawings/pictures'

const mostBytes = 120_000
const margin = 40
const folder = new URL('../demo/pictures/', import.meta.url)

await mkdir(folder, { recursive: true })
const wanted = process.argv.slice(2)
for (const picture of pictures) {
  if (wanted.length && !wanted.includes(picture.name)) continue
  const bytes = await print(picture)
  await writeFile(new URL(`${picture.name}.webp`, folder), bytes)
  console.log(`${picture.name}.webp  ${Math.round(bytes.length / 1000)} kB`)
}

async function print(picture: Picture) {
  const sheet = await sharp(Buffer.from(svgOf(picture)))
    .extract({ left: margin, top: margin, width, height })
    .flatten({ background: picture.palette.paper })
    .png()
    .toBuffer()
  const grained = await sharp(sheet)
    .composite([{ input: await grain(picture.name), blend: 'soft-light' }])
    .png()
    .toBuffer()
  for (const quality of [84, 76, 68, 60, 52, 44]) {
    const bytes = await sharp(grained).webp({ quality, effort: 5 }).toBuffer()
    if (bytes.length < mostBytes) return bytes
  }
  throw new Error(`${picture.name} stays over ${mostBytes} bytes at every quality`)
}

/** The filter bends every edge a little, as scissors and a squeegee do; the margin that it frays is cut off. */
function svgOf({ name, palette, draw }: Picture) {
  const sheet = `width="${width + 2 * margin}" height="${height + 2 * margin}"`
  const corner = `x="${-margin}" y="${-margin}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${sheet} viewBox="${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}">
<defs><filter id="cut" filterUnits="userSpaceOnUse" ${corner} ${sheet} color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="0.03" numOctaves="2" seed="7"/>
<feDisplacementMap in="SourceGraphic" scale="7" xChannelSelector="R" yChannelSelector="G"/></filter></defs>
<g filter="url(#cut)"><rect ${corner} ${sheet} fill="${palette.paper}"/>${draw(palette, chanceFrom(name))}</g></svg>`
}

/** Grey noise in two sizes: the tooth of the paper and the uneven ink. */
async function grain(name: string) {
  const fine = await noise(`${name} fine`, width / 4, height / 4, 26)
  const broad = await noise(`${name} broad`, 100, 63, 22)
  return sharp(fine)
    .composite([{ input: broad, blend: 'overlay' }])
    .png()
    .toBuffer()
}

function noise(seed: string, columns: number, rows: number, spread: number) {
  const chance = chanceFrom(seed)
  const pixels = Buffer.from(Uint8Array.from({ length: columns * rows }, () => 128 + (chance() - 0.5) * spread))
  const small = sharp(pixels, { raw: { width: columns, height: rows, channels: 1 } })
  return small.resize(width, height, { kernel: 'cubic', fit: 'fill' }).toColourspace('srgb').png().toBuffer()
}
