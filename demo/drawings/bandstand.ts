import { bust, houses } from './figures'
import {
  between,
  box,
  type Chance,
  disc,
  each,
  faint,
  halftone,
  line,
  type Palette,
  type Picture,
  placed,
  poly,
  shape,
} from './kit'
import { palettes } from './palettes'

export const bandstand: Picture = {
  name: 'bandstand',
  palette: palettes.culture,
  draw: (p, chance) => {
    const posts = each(6, (i) => box(410 + i * 152, 346, 18, 300, p.ink))
    const player = (x: number, s: number, coat: string) => bust(x, 600, s, coat, p.light)
    const band =
      player(500, 120, p.paper) +
      player(650, 116, p.accent) +
      player(800, 126, p.paper) +
      player(950, 116, p.accent) +
      player(1100, 120, p.paper) +
      each(3, (i) =>
        placed(
          650 + i * 150,
          520,
          0.9,
          i * 8 - 10,
          shape('M-20 -8q60 10 80 -34q26 40 4 100q-30 -40 -84 -46z', p.accent) + line('M-40 -2h60', p.accent, 10),
        ),
      ) +
      line('M505 520l90 -44', p.accent, 12) +
      poly(p.accent, '590,500 630,440 600,452') +
      disc(1110, 560, 52, p.paper) +
      line('M1058 560a52 52 0 1 0 104 0a52 52 0 1 0 -104 0', p.ink, 10)
    return (
      box(-20, -20, 1640, 1040, p.dark) +
      halftone(0, 150, 1600, 560, p.mid, 0, 9.5) +
      each(40, () => disc(between(chance, 0, 1600), between(chance, 0, 330), between(chance, 2, 4), p.light)) +
      faint(0.9, houses(chance, -20, 1640, 690, [p.dark, p.ink], p.ink, p.accent)) +
      box(-20, 680, 1640, 360, p.dark) +
      faint(0.55, shape('M380 340h840l190 420H190z', p.light)) +
      band +
      posts +
      roof(p) +
      stage(p) +
      bulbs(p) +
      crowd(p, chance)
    )
  },
}

const roof = (p: Palette) =>
  shape('M380 330q180 -60 420 -230q240 170 420 230z', p.mid) +
  each(4, (i) => poly(p.light, `${470 + i * 200},330 ${570 + i * 200},330 800,120`)) +
  box(370, 322, 860, 26, p.ink) +
  line('M800 100v-60', p.ink, 10) +
  shape('M800 40h70l-18 20 18 22h-70z', p.accent)

const bulbs = (p: Palette) =>
  each(2, (side) =>
    each(10, (i) => {
      const t = (i + 1) / 11
      const x = side ? 1230 + t * 400 : 370 - t * 400
      return disc(x, 336 + Math.sin(t * Math.PI) * 90 - t * 120, 13, p.accent)
    }),
  ) + line('M370 336Q170 450 -30 210M1230 336Q1430 450 1640 210', p.paper, 4)

const stage = (p: Palette) =>
  box(360, 600, 880, 120, p.ink) +
  each(22, (i) => box(376 + i * 40, 616, 20, 90, p.dark)) +
  box(340, 700, 920, 36, p.light)

const crowd = (p: Palette, chance: Chance) =>
  each(3, (row) =>
    each(13 - row, (i) =>
      bust(
        -10 + i * (132 + row * 16) + (row % 2) * 60 + between(chance, -16, 16),
        880 + row * 76,
        124 + row * 34,
        [p.ink, p.dark, p.mid][(i * 2 + row) % 3] ?? p.ink,
        [p.light, p.paper, p.mid][(i + row * 2) % 3] ?? p.light,
      ),
    ),
  )
