import { cloud, houses, person } from './figures'
import { box, disc, each, faint, halftone, line, oval, type Palette, type Picture, poly, shape } from './kit'
import { palettes } from './palettes'

export const allotments: Picture = {
  name: 'allotments',
  palette: palettes.town,
  draw: (p, chance) => {
    const shed = (x: number, y: number, s: number, wall: string) =>
      box(x, y - 120 * s, 150 * s, 120 * s, wall) +
      poly(p.ink, `${x - 14 * s},${y - 118 * s} ${x + 75 * s},${y - 180 * s} ${x + 164 * s},${y - 118 * s}`) +
      box(x + 20 * s, y - 86 * s, 44 * s, 86 * s, p.dark) +
      box(x + 86 * s, y - 86 * s, 44 * s, 36 * s, p.paper)
    return (
      halftone(0, 0, 1600, 380, p.light, 10, 1) +
      disc(330, 200, 92, p.mid) +
      cloud(1120, 150, 210, p.light) +
      shape('M-20 440q300 -110 640 -60t500 -30t520 60v80H-20z', p.accent) +
      faint(0.9, houses(chance, 420, 1180, 400, [p.light, p.paper], p.mid, p.dark)) +
      box(-20, 430, 1640, 620, p.light) +
      halftone(0, 440, 1600, 300, p.mid, 0, 5) +
      shed(110, 470, 1, p.mid) +
      shed(400, 455, 0.8, p.accent) +
      shed(1130, 460, 0.9, p.mid) +
      shed(1390, 480, 1.1, p.paper) +
      beds(p) +
      person(560, 560, 150, p.paper, p.light, p.ink) +
      line('M585 560L630 440', p.ink, 8) +
      tap(p) +
      can(p)
    )
  },
}

const beds = (p: Palette) =>
  each(5, (row) =>
    each(4, (column) => {
      const y = 470 + row * row * 18 + row * 44
      const h = 36 + row * 16
      const x0 = 800 + (column - 2) * (250 + row * 90)
      const w = 210 + row * 84
      return (
        poly(
          row % 2 === column % 2 ? p.dark : p.ink,
          `${x0},${y} ${x0 + w},${y} ${x0 + w + (column - 1.5) * 34},${y + h} ${x0 + (column - 2) * 34 + 8},${y + h}`,
        ) +
        each(9, (i) => {
          const cx = x0 + 14 + (i * (w - 20)) / 9 + (column - 1.5) * 14
          return shape(
            `M${cx} ${y + h * 0.8}q-26 -14 -22 -${30 + row * 9}q22 8 22 ${20 + row * 5}q4 -${18 + row * 4} 24 -${22 + row * 5}q2 ${26 + row * 5} -24 ${32 + row * 5}z`,
            (row + column) % 3 ? p.accent : p.mid,
          )
        })
      )
    }),
  )

const tap = (p: Palette) =>
  box(1180, 560, 44, 420, p.ink, 6) +
  line('M1202 600h-110q-34 0 -34 44', p.ink, 36) +
  line('M1150 560h110', p.accent, 24) +
  line('M1202 560v20', p.accent, 20) +
  shape('M1058 690q26 40 0 62q-28 -20 0 -62z', p.paper)

const can = (p: Palette) =>
  shape('M930 980l20 -170h190l20 170z', p.mid) +
  line('M940 850q-70 -10 -120 -96', p.mid, 30) +
  poly(p.mid, '780,760 850,700 862,720 800,784') +
  line('M1150 830q90 10 6 130', p.mid, 20) +
  oval(1045, 810, 95, 18, p.ink)
