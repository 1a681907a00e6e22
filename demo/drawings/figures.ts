import { between, box, type Chance, disc, each, line, oval, poly, shape } from './kit'

/** A gull far off, wings out. */
export const gull = (x: number, y: number, span: number, colour: string) =>
  line(
    `M${x - span} ${y}q${span * 0.45} ${-span * 0.55} ${span} 0q${span * 0.55} ${-span * 0.55} ${span} 0`,
    colour,
    span / 7,
  )

/** A gull that stands, seen from the side; `x`, `y` are its feet. */
export const standingGull = (x: number, y: number, size: number, body: string, wing: string, bill: string) => {
  const s = size / 100
  return `<g transform="translate(${x} ${y}) scale(${s})">${line(
    'M-8 0v-28M10 0v-28',
    bill,
    5,
  )}${shape('M-70 -40q40 -48 92 -42q8 -40 40 -34q26 6 20 34q-6 58 -60 62q-50 2 -92 -20z', body)}${shape(
    'M-84 -34q36 -40 84 -38q34 4 36 22q-50 26 -120 16z',
    wing,
  )}${poly(bill, '78,-96 112,-88 78,-82')}${disc(62, -96, 4.5, wing)}</g>`
}

/** A person who stands, in a coat; `x`, `y` are the feet. */
export const person = (x: number, y: number, tall: number, coat: string, skin: string, legs = coat) => {
  const s = tall / 100
  return `<g transform="translate(${x} ${y}) scale(${s})">${box(-11, -46, 9, 46, legs)}${box(3, -46, 9, 46, legs)}${shape(
    'M-16 -40q-4 -40 8 -44h18q10 4 7 44z',
    coat,
  )}${disc(1, -92, 9, skin)}</g>`
}

/** A person from the chest up, such as one sees in a crowd or at a table. */
export const bust = (x: number, y: number, size: number, coat: string, skin: string) => {
  const s = size / 100
  return `<g transform="translate(${x} ${y}) scale(${s})">${shape('M-48 0q0 -58 34 -62h28q34 4 34 62z', coat)}${disc(0, -84, 25, skin)}</g>`
}

/** A row of gabled houses that stand on `base`; every window may be lit. */
export function houses(
  chance: Chance,
  from: number,
  to: number,
  base: number,
  walls: string[],
  roof: string,
  lit: string,
) {
  let x = from
  let row = ''
  while (x < to) {
    const w = between(chance, 70, 125)
    const h = between(chance, 90, 190)
    const wall = walls[Math.floor(chance() * walls.length)] ?? roof
    row += house(chance, x, base, w, h, wall, roof, lit)
    x += w
  }
  return row
}

function house(chance: Chance, x: number, base: number, w: number, h: number, wall: string, roof: string, lit: string) {
  const top = base - h
  const floors = Math.floor(h / 50)
  const panes = each(floors * 2, (index) => {
    const px = x + w * (index % 2 ? 0.6 : 0.2)
    const py = top + 18 + Math.floor(index / 2) * 46
    return box(px, py, w * 0.19, 24, chance() > 0.45 ? lit : roof)
  })
  const gable = poly(roof, `${x - 4},${top} ${x + w / 2},${top - w * 0.5} ${x + w + 4},${top}`)
  const chimney = box(x + w * 0.68, top - w * 0.45, 14, w * 0.4, roof)
  return chimney + gable + box(x, top, w + 1, h, wall) + panes
}

/** A cloud with a flat foot. */
export const cloud = (x: number, y: number, size: number, fill: string) =>
  oval(x, y, size, size * 0.26, fill) +
  oval(x - size * 0.35, y - size * 0.18, size * 0.42, size * 0.26, fill) +
  oval(x + size * 0.25, y - size * 0.26, size * 0.5, size * 0.34, fill)

/** A quayside crane; `x`, `y` are the middle of its foot. */
export const crane = (x: number, y: number, size: number, colour: string, thick = 12) => {
  const s = size / 100
  return `<g transform="translate(${x} ${y}) scale(${s})">${line(
    'M-22 0L-12 -62M22 0L12 -62M-20 -14H20M-16 -38H16M-12 -62H12M-19 -14L16 -38M19 -14L-16 -38',
    colour,
    (thick / size) * 60,
  )}${box(-16, -80, 34, 20, colour)}${line('M-8 -74L84 -132M-8 -80L2 -112L84 -132M-14 -76L-34 -78M84 -132V-70', colour, (thick / size) * 55)}</g>`
}
