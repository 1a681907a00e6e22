import { box, disc, each, faint, halftone, line, oval, type Palette, type Picture, placed, poly, shape } from './kit'
import { palettes } from './palettes'

export const plateOfFish: Picture = {
  name: 'plate-of-fish',
  palette: palettes.culture,
  draw: (p) => {
    const knife = line('M1336 520V900', p.paper, 26) + shape('M1322 540V150q70 110 52 390z', p.paper)
    return cloth(p) + candle(p) + plate(p) + fish(p) + lemon(p) + potato(p) + sprig() + fork(p) + knife + glass(p)
  },
}

const cloth = (p: Palette) =>
  box(-20, -20, 1640, 1040, p.mid) +
  each(9, (i) => faint(0.35, box(i * 200 - 40, -20, 70, 1040, p.dark))) +
  each(6, (i) => faint(0.35, box(-20, i * 200 - 10, 1640, 70, p.dark)))

const plate = (p: Palette) =>
  disc(812, 526, 404, p.ink) +
  disc(800, 505, 400, p.paper) +
  disc(800, 505, 300, p.light) +
  disc(800, 505, 290, p.paper)

const scales = (p: Palette) =>
  each(4, (row) => each(9 - row, (i) => line(`M${-170 + i * 40 + row * 16} ${-44 + row * 30}q18 14 0 28`, p.paper, 5)))

const fish = (p: Palette) =>
  placed(
    780,
    520,
    1.25,
    -12,
    shape('M-300 6q130 -128 330 -84q110 24 190 84q-80 62 -190 82q-200 40 -330 -82z', p.dark) +
      poly(p.dark, '-280,6 -400,-84 -370,6 -400,92') +
      shape('M-40 -84q50 -56 130 -30l-30 44z', p.ink) +
      shape('M-30 88q40 44 100 26l-30 -36z', p.ink) +
      line('M120 -60q-40 66 0 130', p.paper, 8) +
      disc(168, -14, 16, p.paper) +
      disc(170, -14, 8, p.ink) +
      line('M208 22q-24 4 -40 -4', p.paper, 5) +
      scales(p),
  )

const potato = (p: Palette) =>
  oval(1000, 690, 54, 42, p.accent) + disc(985, 680, 4, p.mid) + disc(1015, 698, 4, p.mid) + disc(1004, 672, 3, p.mid)

const lemon = (p: Palette) =>
  placed(
    640,
    700,
    1,
    20,
    shape('M-90 0a90 90 0 0 0 180 0z', p.accent) +
      shape('M-72 8a72 72 0 0 0 144 0z', p.paper) +
      each(5, (i) => `<g transform="rotate(${-64 + i * 32} 0 8)">${poly(p.accent, '-12,66 12,66 0,16')}</g>`),
  )

const sprig = () =>
  line('M900 330q-60 40 -150 30', '#3f7a5e', 9) +
  each(6, (i) => oval(780 + i * 22, 350 - (i % 2) * 26 + i * -2, 20, 11, '#3f7a5e'))

const fork = (p: Palette) =>
  line('M260 460V900', p.paper, 26) +
  line('M210 180V330q0 90 50 130q50 -40 50 -130V180M243 180V330M277 180V330', p.paper, 15)

const glass = (p: Palette) =>
  disc(1420, 150, 116, p.ink) +
  disc(1412, 140, 112, p.light) +
  disc(1412, 140, 88, p.accent) +
  shape('M1350 110q20 -50 80 -40q-50 10 -64 54z', p.paper)

const candle = (p: Palette) =>
  disc(150, 90, 150, p.accent) +
  halftone(10, -40, 290, 260, p.paper, 3, 6) +
  disc(150, 90, 46, p.paper) +
  disc(150, 90, 12, p.ink)
