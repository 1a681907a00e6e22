import { cloud } from './figures'
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
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const lifeboat: Picture = {
  name: 'lifeboat',
  palette: palettes.harbour,
  draw: (p, chance) => {
    const beam = poly(p.light, '800,170 1680,-80 1680,330')
    return (
      box(-20, -20, 1640, 1040, p.ink) +
      halftone(0, 0, 1600, 620, p.dark, 10, 2) +
      faint(0.35, beam) +
      cloud(260, 190, 300, p.dark) +
      shape('M-40 1040V640q160 -90 330 -30t330 -60t330 40t330 -100t360 20v530z', p.dark) +
      boat(p) +
      wave(p) +
      spray(p, chance) +
      halftone(0, 740, 1600, 200, p.dark, 0, 8) +
      front(p) +
      ripples(chance, 880, 120, p.mid, 40)
    )
  },
}

const boat = (p: Palette) =>
  placed(
    840,
    470,
    1.35,
    -17,
    shape('M-330 20q120 34 300 30h300l70 -100q-60 30 -160 34h-520z', p.accent) +
      box(-330, 2, 560, 14, p.paper) +
      shape('M-190 -20l30 -110h200l56 110z', p.paper) +
      box(-140, -108, 46, 44, p.ink) +
      box(-80, -108, 46, 44, p.ink) +
      poly(p.ink, '-18,-108 28,-108 52,-64 -18,-64') +
      line('M-60 -130v-110M-60 -210h70M-100 -130v-60', p.paper, 8) +
      disc(-60, -246, 12, p.accent),
  )

const wave = (p: Palette) =>
  shape('M-40 1040V760q180 30 330 -40t330 -60q250 30 420 -120q150 -150 330 -210q180 -50 270 20v690z', p.mid) +
  line('M290 716q180 -70 330 -60q250 30 420 -120q150 -150 330 -210q150 -44 250 0', p.paper, 18)

const front = (p: Palette) =>
  shape('M-40 1040V880q220 -120 420 -30t430 -20t400 -40t450 -60v320z', p.ink) +
  line('M-40 880q220 -120 420 -30t430 -20t400 -40t450 -60', p.light, 10)

const spray = (p: Palette, chance: Chance) =>
  each(90, () => {
    const t = chance()
    return disc(
      1120 + t * 320 + between(chance, -90, 90),
      500 - t * 200 + between(chance, -190, 30),
      between(chance, 3, 13),
      p.paper,
    )
  })
