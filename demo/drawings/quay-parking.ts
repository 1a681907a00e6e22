import {
  between,
  box,
  type Chance,
  each,
  faint,
  halftone,
  line,
  type Palette,
  type Picture,
  placed,
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const quayParking: Picture = {
  name: 'quay-parking',
  palette: palettes.opinion,
  draw: (p, chance) => {
    const row = (y: number, missing: number) =>
      each(15, (i) => (i === missing ? '' : car(p, chance, 70 + i * 106, y))) +
      each(16, (i) => box(14 + i * 106, y - 92, 7, 184, p.paper))
    const rail = line('M-20 262H1620', p.paper, 8) + each(17, (i) => box(i * 100 + 6, 250, 22, 26, p.ink))
    return (
      box(-20, -20, 1640, 300, p.mid) +
      halftone(0, -10, 1600, 280, p.dark, 0, 7) +
      ripples(chance, 10, 230, p.paper, 34) +
      boats(p, chance) +
      box(-20, 256, 1640, 620, p.light) +
      halftone(0, 280, 1600, 580, p.mid, 3.5, 1) +
      box(-20, 240, 1640, 26, p.dark) +
      rail +
      row(390, 4) +
      row(710, -1) +
      walkers(p) +
      faint(1, roofs(p))
    )
  },
}

function car(p: Palette, chance: Chance, x: number, y: number) {
  const paint = [p.dark, p.mid, p.paper, p.ink, p.accent][Math.floor(chance() * 5)] ?? p.dark
  const glass = paint === p.ink || paint === p.dark ? p.light : p.ink
  const body =
    box(-32, -76, 64, 152, paint, 20) +
    shape('M-25 -34q25 -14 50 0l-5 26h-40z', glass) +
    shape('M-20 34h40l5 20q-25 10 -50 0z', glass) +
    box(-38, -34, 8, 14, paint) +
    box(30, -34, 8, 14, paint)
  return (
    faint(0.35, box(x - 26, y - 68, 66, 152, p.dark, 20)) +
    placed(
      x + between(chance, -4, 4),
      y + between(chance, -8, 8),
      1,
      between(chance, -2.5, 2.5) + (chance() > 0.5 ? 180 : 0),
      body,
    )
  )
}

const boats = (p: Palette, chance: Chance) =>
  each(7, (i) =>
    placed(
      120 + i * 232 + between(chance, -14, 14),
      150,
      between(chance, 0.9, 1.15),
      between(chance, -4, 4),
      shape('M-92 -34h120q60 10 76 34q-16 24 -76 34h-120q-16 -34 0 -68z', i % 3 === 1 ? p.accent : p.paper) +
        shape('M-80 -22h104q40 6 54 22q-14 16 -54 22h-104z', i % 3 === 1 ? p.paper : p.light) +
        box(-50, -18, 56, 36, p.dark) +
        line('M-96 10L-96 96', p.ink, 4),
    ),
  )

const roofs = (p: Palette) =>
  each(9, (i) => {
    const x = -40 + i * 190
    const tone = [p.mid, p.dark, p.light][i % 3] ?? p.mid
    return (
      poly(tone, `${x},860 ${x + 184},860 ${x + 184},950 ${x},950`) +
      box(x, 950, 184, 90, p.ink) +
      line(`M${x} 950h184`, p.paper, 5) +
      box(x + 40 + (i % 4) * 24, 890, 34, 34, p.accent)
    )
  })

const walkers = (p: Palette) =>
  each(4, (i) =>
    placed(
      240 + i * 380,
      562 + (i % 2) * 18,
      1,
      i * 40,
      `${shape('M-26 -9h52v18h-52z', p.accent)}<circle r="13" fill="${p.ink}"/>`,
    ),
  )
