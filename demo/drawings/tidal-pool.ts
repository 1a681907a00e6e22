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

const water = '#8cc4bf'
const deep = '#4f9c9b'
const skin = '#f0c7a0'

export const tidalPool: Picture = {
  name: 'tidal-pool',
  palette: palettes.sport,
  draw: (p, chance) => {
    const pool = poly(p.paper, '300,400 1290,330 1380,800 230,850') + poly(water, '336,428 1262,362 1340,770 274,816')
    return (
      box(-20, -20, 1640, 1040, p.dark) +
      halftone(0, 0, 1600, 380, p.mid, 10, 2) +
      ripples(chance, 10, 330, p.light, 46) +
      each(3, (i) =>
        shape(
          `M-20 ${150 + i * 80}q200 -40 400 0t400 0t400 0t440 0v14q-200 -30 -420 -2t-420 0t-400 0t-400 2z`,
          p.paper,
        ),
      ) +
      rocks(chance, p.ink, p.dark) +
      foam(p, chance) +
      pool +
      halftone(350, 430, 930, 345, deep, 0, 7) +
      faint(0.6, lanes(p)) +
      steps(p) +
      swimmer(p) +
      waiting(p)
    )
  },
}

function rocks(chance: Chance, near: string, far: string) {
  const ring = (x: number, y: number, size: number, colour: string) =>
    poly(
      colour,
      each(9, (i) => {
        const turn = (i / 9) * Math.PI * 2
        const r = size * between(chance, 0.7, 1.1)
        return `${Math.round(x + Math.cos(turn) * r * 1.4)},${Math.round(y + Math.sin(turn) * r)} `
      }).trim(),
    )
  const left = each(9, (i) => ring(60 + between(chance, -60, 90), 360 + i * 80, 130, i % 2 ? near : far))
  const right = each(9, (i) => ring(1500 + between(chance, -70, 70), 330 + i * 84, 130, i % 2 ? near : far))
  return (
    shape('M-20 330q160 -20 330 40l1000 -60q160 -20 310 20v720H-20z', near) +
    left +
    right +
    each(10, (i) => ring(80 + i * 160, 960, 110, i % 2 ? far : near))
  )
}

const lanes = (p: Palette) =>
  each(7, (i) =>
    line(`M${330 - i * 8} ${480 + i * 48}q240 ${-34 + i} 470 -26t${480 + i * 14} -${26 - i * 2}`, p.paper, 5),
  )

const swimmer = (p: Palette) =>
  placed(
    380,
    250,
    0.6,
    0,
    line('M330 640q280 -34 590 -40', p.paper, 15, '46 22') +
      line('M930 590L1010 586', p.accent, 50) +
      line('M1010 590q50 -70 96 -10', skin, 17) +
      line('M1000 600q-20 50 -70 50', skin, 17) +
      disc(1054, 586, 30, p.accent) +
      shape('M860 562q-40 -10 -70 8q40 2 70 18z', p.paper) +
      shape('M858 616q-30 4 -60 26q50 -2 74 -12z', p.paper),
  )

const steps = (p: Palette) =>
  each(5, (i) =>
    poly(
      i % 2 ? p.dark : p.mid,
      `${150 - i * 34},${690 + i * 8} ${300 - i * 6},${680 + i * 8} ${290 - i * 6},${720 + i * 16} ${130 - i * 34},${730 + i * 16}`,
    ),
  )

const waiting = (p: Palette) =>
  each(5, (i) =>
    placed(
      430 + i * 120,
      908 + (i % 2) * 22,
      1,
      i * 30,
      shape('M-34 -16q34 -18 68 0v26q-34 14 -68 0z', [p.accent, p.paper, p.light, p.mid, p.accent][i] ?? p.paper) +
        disc(0, -2, 18, p.ink),
    ),
  )

const foam = (p: Palette, chance: Chance) =>
  each(40, (i) =>
    disc(
      320 + i * 25 + between(chance, -12, 12),
      384 - i * 1.8 + between(chance, -34, 10),
      between(chance, 6, 26),
      p.paper,
    ),
  )
