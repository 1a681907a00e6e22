import { bust } from './figures'
import { box, each, faint, halftone, line, oval, type Palette, type Picture, placed, poly, shape } from './kit'
import { palettes } from './palettes'

export const readingRoom: Picture = {
  name: 'reading-room',
  palette: palettes.culture,
  draw: (p) => {
    const spines = (level: number) =>
      each(17, (i) => {
        const x = i * 34
        const tall = 96 - ((i * 37 + level * 23) % 34)
        return box(
          x,
          110 - tall,
          26,
          tall,
          [p.mid, p.light, p.dark, p.accent, p.paper][(i * 7 + level * 3) % 5] ?? p.mid,
        )
      })
    const shelves = each(
      5,
      (i) => `<g transform="translate(0 ${i * 124 + 30})">${spines(i)}${box(-10, 110, 600, 14, p.ink)}</g>`,
    )
    const left = `<g transform="matrix(0.86 0.06 0 0.92 -10 20)">${box(-20, -40, 610, 780, p.ink)}${shelves}</g>`
    const lamp = (x: number, y: number, s: number) =>
      placed(
        x,
        y,
        s,
        0,
        faint(0.5, oval(0, 8, 130, 26, p.paper)) +
          box(-6, -92, 12, 96, p.accent) +
          box(-34, 0, 68, 12, p.accent) +
          shape('M-80 -84q10 -56 80 -58q70 2 80 58z', '#3f7a5e') +
          box(-80, -88, 160, 10, p.accent),
      )
    const reader = (x: number, y: number, s: number, coat: string, skin: string) => bust(x, y, s, coat, skin)
    const back =
      reader(560, 640, 90, p.dark, p.light) +
      reader(760, 640, 86, p.ink, p.paper) +
      reader(1050, 640, 88, p.accent, p.dark) +
      box(420, 634, 760, 34, p.ink) +
      box(450, 660, 20, 100, p.ink) +
      box(1130, 660, 20, 100, p.ink) +
      lamp(660, 634, 0.7) +
      lamp(930, 634, 0.7)
    const front =
      reader(330, 830, 190, p.ink, p.light) +
      reader(1260, 830, 190, p.dark, p.paper) +
      poly(p.dark, '120,830 1480,830 1640,930 -40,930') +
      box(-40, 928, 1680, 120, p.ink) +
      lamp(600, 872, 1.25) +
      lamp(1010, 872, 1.25) +
      poly(p.paper, '250,868 350,852 440,868 350,884') +
      poly(p.paper, '1170,872 1270,852 1350,868 1260,888') +
      line('M350 854v28M1268 854v32', p.mid, 4)
    return `${box(-20, -20, 1640, 1040, p.light) + halftone(0, 0, 1600, 600, p.mid, 6, 0) + windowPane(p) + left}<g transform="matrix(-1 0 0 1 1600 0)">${left}</g>${floor(p)}${faint(0.5, poly(p.light, '640,560 960,560 1200,1040 400,1040'))}${back}${front}`
  },
}

const windowPane = (p: Palette) =>
  shape('M600 520V230q0 -190 200 -190t200 190v290z', p.accent) +
  halftone(610, 120, 380, 400, p.paper, 9, 3) +
  line('M600 520V230q0 -190 200 -190t200 190v290M800 40V520M600 260H1000M600 390H1000', p.ink, 14)

const floor = (p: Palette) =>
  poly(p.mid, '-20,700 520,560 1080,560 1620,700 1620,1040 -20,1040') +
  poly(p.dark, '-20,700 520,560 520,548 -20,680') +
  poly(p.dark, '1620,700 1080,560 1080,548 1620,680')
