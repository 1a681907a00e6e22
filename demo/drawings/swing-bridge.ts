import { gull, houses, person } from './figures'
import {
  between,
  box,
  type Chance,
  disc,
  each,
  faint,
  halftone,
  line,
  mirrored,
  oval,
  type Palette,
  type Picture,
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const swingBridge: Picture = {
  name: 'swing-bridge',
  palette: palettes.town,
  draw: (p, chance) => {
    const pier = poly(p.ink, '720,560 880,560 860,720 740,720') + box(700, 556, 200, 24, p.dark)
    return (
      box(-20, -20, 1640, 760, p.mid) +
      halftone(0, 0, 1600, 560, p.dark, 10.5, 2) +
      disc(1180, 190, 86, p.light) +
      faint(
        0.85,
        houses(chance, -20, 560, 605, [p.dark], p.dark, p.light) +
          houses(chance, 1050, 1640, 605, [p.dark], p.dark, p.light),
      ) +
      box(-20, 596, 1640, 450, p.dark) +
      halftone(0, 600, 1600, 200, p.mid, 6, 0) +
      pier +
      span(p) +
      cabin(p) +
      approach(p) +
      mirrored(1600, 0, 1, approach(p)) +
      lights(p, chance) +
      ripples(chance, 720, 280, p.ink, 80) +
      disc(430, 500, 13, p.accent) +
      disc(1170, 500, 13, p.accent) +
      person(170, 500, 96, p.accent, p.light, p.ink) +
      gull(1000, 150, 26, p.ink)
    )
  },
}

const span = (p: Palette) =>
  shape('M430 520Q800 250 1170 520v44H430z', p.ink) +
  each(6, (i) =>
    poly(
      p.mid,
      `${520 + i * 96},505 ${596 + i * 96},505 ${[590, 686, 782, 794, 890, 986][i]},${[452, 412, 394, 394, 412, 452][i]} ${[564, 630, 722, 868, 962, 1008][i]},${[458, 428, 398, 398, 428, 458][i]}`,
    ),
  )

const cabin = (p: Palette) =>
  box(740, 290, 120, 130, p.dark) +
  poly(p.ink, '724,294 876,294 840,254 760,254') +
  box(758, 312, 36, 42, p.light) +
  box(806, 312, 36, 42, p.light) +
  line('M800 254v-60', p.ink, 7)

const approach = (p: Palette) =>
  box(-20, 500, 330, 64, p.ink) +
  poly(p.ink, '240,560 300,560 290,760 230,760') +
  line('M-20 470H300M60 470v40M150 470v40M240 470v40', p.ink, 8) +
  box(292, 420, 12, 90, p.ink) +
  disc(298, 410, 16, p.paper)

const lights = (p: Palette, chance: Chance) =>
  [
    [298, 410],
    [776, 292],
    [824, 292],
    [1302, 410],
  ]
    .map(([x = 0]) =>
      each(9, (i) => oval(x + between(chance, -8, 8), 740 + i * 28, between(chance, 18, 52), 5, p.light)),
    )
    .join('')
