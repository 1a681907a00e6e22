import { bust } from './figures'
import {
  box,
  type Chance,
  disc,
  each,
  faint,
  halftone,
  line,
  oval,
  type Palette,
  type Picture,
  placed,
  poly,
  shape,
} from './kit'
import { palettes } from './palettes'

export const fishAuction: Picture = {
  name: 'fish-auction',
  palette: palettes.business,
  draw: (p, chance) => {
    const block = poly(p.accent, '730,600 870,600 900,690 700,690') + box(716, 586, 168, 20, p.ink)
    return (
      box(-20, -20, 1640, 600, p.light) +
      halftone(0, 0, 1600, 520, p.mid, 8, 1) +
      beams(p) +
      lamps(p) +
      screen(p) +
      box(-20, 560, 1640, 480, p.dark) +
      halftone(0, 560, 1600, 200, p.ink, 9, 2) +
      buyers(p) +
      block +
      crates(p, chance)
    )
  },
}

function crate(p: Palette, chance: Chance, x: number, y: number, scale: number) {
  const fish = each(5, (i) =>
    placed(
      -88 + i * 44,
      2 + chance() * 10,
      0.8,
      84 + chance() * 14,
      shape(
        'M-52 0q40 -26 84 -6q10 4 16 8q-8 6 -18 9q-44 16 -82 -11zM-48 0l-24 -16q6 16 0 34z',
        i % 2 ? p.paper : p.light,
      ) + disc(32, 0, 4, p.ink),
    ),
  )
  const ice = each(16, () => disc(-116 + chance() * 232, -36 + chance() * 72, 5 + chance() * 5, p.paper))
  return placed(
    x,
    y,
    scale,
    0,
    poly(p.ink, '-136,-54 136,-54 150,60 -150,60') +
      poly(p.mid, '-122,-44 122,-44 134,46 -134,46') +
      faint(0.5, ice) +
      fish +
      poly(p.accent, '-152,46 152,46 146,92 -146,92') +
      oval(0, 68, 30, 9, p.ink),
  )
}

const beams = (p: Palette) =>
  each(5, (i) => line(`M-20 ${60 + i * 6}L800 ${-120 + i * 40}L1620 ${60 + i * 6}`, p.ink, 16 - i * 2)) +
  each(6, (i) => box(60 + i * 290, 60, 22, 420, p.ink))

const screen = (p: Palette) =>
  box(530, 90, 540, 280, p.ink, 8) +
  box(552, 112, 496, 236, p.dark) +
  each(
    4,
    (i) =>
      box(580, 136 + i * 52, [150, 120, 170, 100][i] ?? 100, 26, p.light) +
      box(800, 136 + i * 52, 90, 26, p.paper) +
      box(930, 136 + i * 52, [90, 70, 84, 60][i] ?? 60, 26, i === 1 ? p.accent : p.mid),
  ) +
  line('M640 90V20M960 90V20', p.ink, 10)

const lamps = (p: Palette) =>
  each(4, (i) => {
    const x = 130 + i * 445
    return (
      line(`M${x} -20V70`, p.ink, 7) +
      poly(p.mid, `${x - 46},106 ${x + 46},106 ${x + 18},66 ${x - 18},66`) +
      faint(0.28, poly(p.paper, `${x - 44},106 ${x + 44},106 ${x + 190},620 ${x - 190},620`))
    )
  })

const buyers = (p: Palette) =>
  each(14, (i) => {
    const x = 60 + i * 114 + (i % 3) * 10
    const y = 560 + (i % 2) * 22
    return (
      bust(x, y, 128, [p.dark, p.ink, p.accent, p.mid][(i * 3) % 4] ?? p.dark, i % 3 ? p.light : p.paper) +
      shape(`M${x - 36} ${y - 112}q2 -46 40 -46q40 2 34 46z`, [p.ink, p.dark, p.mid][i % 3] ?? p.ink)
    )
  })

const crates = (p: Palette, chance: Chance) =>
  each(3, (row) =>
    each(6 - row, (i) =>
      crate(p, chance, 800 + (i - (5 - row) / 2) * (270 + row * 66), 700 + row * 108, 0.86 + row * 0.22),
    ),
  )
