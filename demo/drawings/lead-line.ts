import { cloud, gull, person } from './figures'
import {
  between,
  box,
  disc,
  each,
  faint,
  halftone,
  line,
  type Palette,
  type Picture,
  placed,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const leadLine: Picture = {
  name: 'lead-line',
  palette: palettes.opinion,
  draw: (p, chance) => {
    const bed = (y: number, colour: string) =>
      shape(`M-20 ${y}q180 -90 420 -30t430 -50t400 40t430 -60v${1100 - y}H-20z`, colour)
    const claimed = line('M-20 930q180 -40 420 -16t430 -24t400 20t430 -26', p.accent, 12, '36 30')
    return (
      halftone(0, 0, 1600, 380, p.light, 10, 1) +
      cloud(260, 150, 190, p.light) +
      cloud(1290, 190, 230, p.light) +
      gull(1130, 130, 36, p.ink) +
      box(-20, 400, 1640, 700, p.mid) +
      boat(p) +
      box(-20, 408, 1640, 60, p.mid) +
      line(
        'M-20 408q50 14 100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0t100 0',
        p.paper,
        8,
      ) +
      halftone(0, 440, 1600, 420, p.dark, 0, 9) +
      bed(800, p.dark) +
      bed(870, p.ink) +
      faint(
        0.5,
        each(40, () => disc(between(chance, 0, 1600), between(chance, 850, 990), between(chance, 3, 8), p.mid)),
      ) +
      claimed +
      lead(p) +
      ripples(chance, 430, 200, p.light, 26)
    )
  },
}

const boat = (p: Palette) =>
  placed(
    690,
    318,
    1.25,
    0,
    shape('M-240 0h470q-20 84 -90 90h-300q-60 -10 -80 -90z', p.accent) +
      box(-236, 14, 456, 12, p.paper) +
      box(-120, -96, 120, 96, p.light) +
      box(-136, -108, 156, 16, p.ink) +
      box(-98, -76, 34, 36, p.ink) +
      box(-48, -76, 34, 36, p.ink),
  ) +
  person(850, 330, 150, p.dark, p.light, p.ink) +
  line('M868 240L930 262', p.dark, 20)

const lead = (p: Palette) =>
  line('M930 262V742', p.paper, 6) +
  each(8, (i) => box(918, 420 + i * 40, 24, 9, i % 2 ? p.accent : p.paper)) +
  shape('M916 742h28l10 70q-24 22 -48 0z', p.paper)
