import { crane, gull, houses } from './figures'
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
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const dredger: Picture = {
  name: 'dredger',
  palette: palettes.harbour,
  draw: (p, chance) => {
    const seabed = each(5, (i) => line(`M-20 ${860 + i * 34}q200 ${-40 + i * 9} 420 0t420 0t420 0t420 0`, p.light, 4))
    const hull = poly(p.ink, '90,560 840,560 900,540 860,730 150,730') + box(120, 600, 730, 16, p.accent)
    return (
      halftone(0, 0, 1600, 460, p.light, 9, 0) +
      disc(1330, 250, 120, p.accent) +
      faint(0.45, crane(80, 560, 150, p.mid) + crane(1480, 560, 190, p.mid)) +
      faint(0.6, houses(chance, 380, 1010, 590, [p.light, p.mid], p.mid, p.paper)) +
      box(-20, 585, 1640, 140, p.mid) +
      ripples(chance, 600, 110, p.light, 60) +
      hull +
      house(p) +
      jib(p) +
      barge(p) +
      grab(p, chance) +
      box(-20, 722, 1640, 320, p.dark) +
      shape(
        'M-20 722q60 16 120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0v40H-20z',
        p.mid,
      ) +
      halftone(0, 765, 1600, 100, p.ink, 1, 6) +
      shape('M-20 900q200 -60 420 -10t420 -20t420 20t420 -30v200H-20z', p.ink) +
      faint(0.5, seabed) +
      gull(440, 160, 26, p.ink) +
      gull(520, 220, 20, p.ink)
    )
  },
}

const barge = (p: Palette) =>
  poly(p.ink, '960,640 1500,640 1460,730 1000,730') +
  shape('M1010 642q60 -80 150 -62q70 -50 140 0q90 -20 130 62z', p.mid)

const house = (p: Palette) =>
  box(170, 380, 190, 180, p.mid) +
  box(150, 364, 230, 22, p.accent) +
  each(3, (i) => box(196 + i * 54, 410, 36, 40, p.paper)) +
  box(196, 480, 36, 80, p.dark)

const jib = (p: Palette) =>
  poly(p.accent, '560,560 720,560 690,440 590,440') +
  line('M650 450L1130 120M650 450L600 220L1130 120M600 220L560 470', p.ink, 13) +
  each(6, (i) => line(`M${690 + i * 66} ${422 - i * 45}V${204 - i * 12.5}`, p.ink, 6))

const grab = (p: Palette, chance: Chance) =>
  line('M1130 120V330', p.ink, 8) +
  poly(p.ink, '1090,330 1170,330 1160,356 1100,356') +
  shape('M1100 350q-60 40 -30 120l60 -28zM1160 350q60 40 30 120l-60 -28z', p.ink) +
  each(9, (i) => disc(1100 + chance() * 62, 460 + i * 19, between(chance, 5, 12), p.dark))
