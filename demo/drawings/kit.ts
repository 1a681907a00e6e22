/** What every picture is cut from: a sheet of 1600 by 1000, flat shapes as SVG text, and seeded chance. */
export const width = 1600
export const height = 1000

export type Palette = { paper: string; light: string; mid: string; dark: string; ink: string; accent: string }
export type Chance = () => number
export type Picture = { name: string; palette: Palette; draw: (palette: Palette, chance: Chance) => string }

/** The mulberry32 generator, seeded by the picture's name, so that a picture is the same each time it is drawn. */
export function chanceFrom(name: string): Chance {
  let state = [...name].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619), 2166136261) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (chance: Chance, low: number, high: number) => low + chance() * (high - low)

/** One piece for each number from 0 to count - 1. */
export const each = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join('')

export const box = (x: number, y: number, w: number, h: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}"/>`

export const poly = (fill: string, points: string) => `<polygon points="${points}" fill="${fill}"/>`

export const disc = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

export const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`

export const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`

export const line = (d: string, colour: string, thick: number, dashes = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-linecap="round" stroke-linejoin="round"${
    dashes ? ` stroke-dasharray="${dashes}"` : ''
  }/>`

export const faint = (opacity: number, pieces: string) => `<g opacity="${opacity}">${pieces}</g>`

export const placed = (x: number, y: number, scale: number, turn: number, pieces: string) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${pieces}</g>`

export const mirrored = (x: number, y: number, scale: number, pieces: string) =>
  `<g transform="translate(${x} ${y}) scale(${-scale} ${scale})">${pieces}</g>`

/** A field of dots on a diagonal grid whose radius runs from `top` at its upper edge to `bottom` at its lower one. */
export function halftone(x: number, y: number, w: number, h: number, colour: string, top: number, bottom: number) {
  const step = 15
  let path = ''
  for (let row = 0; row * step < h; row++) {
    const r = top + ((bottom - top) * row * step) / h
    if (r < 0.6) continue
    for (let column = 0; column * step * 2 < w; column++) {
      const cx = x + column * step * 2 + (row % 2) * step
      path += dot(cx, y + row * step, r)
    }
  }
  return shape(path, colour)
}

const dot = (x: number, y: number, r: number) => {
  const size = r.toFixed(1)
  return `M${(x - r).toFixed(1)} ${y}a${size} ${size} 0 1 0 ${(2 * r).toFixed(1)} 0a${size} ${size} 0 1 0 ${(-2 * r).toFixed(1)} 0`
}

/** Lens-shaped strokes on water, short at the far edge and long at the near one. */
export function ripples(chance: Chance, y: number, h: number, colour: string, count: number, x = 0, w = width) {
  return each(count, () => {
    const depth = chance()
    const long = 30 + depth * between(chance, 60, 190)
    const cx = between(chance, x, x + w - long)
    const cy = y + depth * h
    const thick = 2 + depth * 6
    return shape(`M${cx} ${cy}q${long / 2} ${-thick} ${long} 0q${-long / 2} ${thick} ${-long} 0z`, colour)
  })
}
