import { cloud, houses } from './figures'
import {
  between,
  box,
  type Chance,
  each,
  faint,
  halftone,
  line,
  oval,
  type Palette,
  type Picture,
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const tideGauge: Picture = {
  name: 'tide-gauge',
  palette: palettes.harbour,
  draw: (p, chance) => {
    return (
      sky(p) +
      faint(0.9, houses(chance, 520, 1660, 600, [p.dark, p.ink], p.ink, p.accent)) +
      box(-20, 590, 1640, 40, p.ink) +
      box(-20, 622, 1640, 120, p.dark) +
      steps(p) +
      surge(p) +
      swirl(p) +
      staff(p) +
      shape('M1000 706q60 -34 115 -8t120 -4v60h-235z', p.mid) +
      line('M1000 706q60 -34 115 -8t120 -4', p.paper, 9) +
      ripples(chance, 740, 240, p.light, 60) +
      faint(0.55, rain(p, chance))
    )
  },
}

const steps = (p: Palette) =>
  each(
    7,
    (i) =>
      poly(
        i % 2 ? p.ink : p.dark,
        `-20,${380 + i * 66} ${250 + i * 70},${380 + i * 66} ${250 + i * 70},${470 + i * 66} -20,${470 + i * 66}`,
      ) + box(-20, 380 + i * 66, 270 + i * 70, 9, p.light),
  )

const staff = (p: Palette) =>
  box(1030, 60, 170, 650, p.ink, 4) +
  box(1044, 70, 142, 632, p.paper) +
  each(14, (i) => box(1044, 84 + i * 46, i % 5 === 0 ? 142 : i % 2 ? 76 : 50, 20, p.ink)) +
  box(1010, 336, 210, 26, p.accent)

const rain = (p: Palette, chance: Chance) =>
  each(120, () => {
    const x = between(chance, -60, 1640)
    const y = between(chance, -20, 600)
    return line(`M${x} ${y}l-${20} ${46}`, p.paper, 3)
  })

const surge = (p: Palette) =>
  shape('M-20 690q90 -60 190 -12t200 -8t210 -10t200 4t190 -16t210 14t220 -18t230 10v400H-20z', p.mid) +
  shape('M-20 780q110 -46 220 -4t230 -8t250 2t220 -4t260 10t240 -18t260 10v300H-20z', p.dark)

const swirl = (p: Palette) =>
  oval(1115, 700, 190, 30, p.paper) +
  oval(1115, 706, 160, 22, p.mid) +
  oval(1115, 806, 260, 36, p.light) +
  oval(1115, 812, 230, 26, p.dark)

const sky = (p: Palette) =>
  box(-20, -20, 1640, 620, p.mid) +
  halftone(0, 0, 1600, 520, p.dark, 10, 0) +
  cloud(330, 170, 330, p.dark) +
  cloud(820, 110, 300, p.ink) +
  cloud(1420, 190, 330, p.dark)
