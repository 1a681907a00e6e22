import { bust, houses, person } from './figures'
import {
  between,
  box,
  disc,
  each,
  faint,
  halftone,
  line,
  oval,
  type Picture,
  placed,
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

const palette = palettes.culture

export const culturePictures: Picture[] = [
  {
    name: 'reading-room',
    palette,
    draw: (p, chance) => {
      const windowPane =
        shape('M600 520V230q0 -190 200 -190t200 190v290z', p.accent) +
        halftone(610, 120, 380, 400, p.paper, 9, 3) +
        line('M600 520V230q0 -190 200 -190t200 190v290M800 40V520M600 260H1000M600 390H1000', p.ink, 14)
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
      const floor =
        poly(p.mid, '-20,700 520,560 1080,560 1620,700 1620,1040 -20,1040') +
        poly(p.dark, '-20,700 520,560 520,548 -20,680') +
        poly(p.dark, '1620,700 1080,560 1080,548 1620,680')
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
      return `${box(-20, -20, 1640, 1040, p.light) + halftone(0, 0, 1600, 600, p.mid, 6, 0) + windowPane + left}<g transform="matrix(-1 0 0 1 1600 0)">${left}</g>${floor}${faint(0.5, poly(p.light, '640,560 960,560 1200,1040 400,1040'))}${back}${front}${each(0, () => String(chance()))}`
    },
  },
  {
    name: 'long-nab-light',
    palette,
    draw: (p, chance) => {
      const beams = poly(p.accent, '1010,236 -40,40 -40,330') + poly(p.accent, '1010,236 1660,150 1660,320')
      const tower =
        poly(p.paper, '950,300 1070,300 1110,720 910,720') +
        poly(p.mid, '944,380 1076,380 1086,476 936,476') +
        poly(p.mid, '926,570 1096,570 1106,664 918,664') +
        box(934, 280, 152, 22, p.ink) +
        box(962, 196, 96, 86, p.paper) +
        line('M986 196v86M1034 196v86', p.ink, 7) +
        shape('M950 198q60 -74 120 0z', p.ink) +
        box(1004, 130, 12, 40, p.ink) +
        box(990, 500, 34, 50, p.ink) +
        box(986, 640, 52, 80, p.ink)
      const cottage =
        box(1130, 610, 240, 120, p.light) +
        poly(p.ink, '1110,614 1170,540 1330,540 1390,614') +
        box(1190, 520, 30, 40, p.ink) +
        box(1160, 644, 46, 44, p.accent) +
        box(1290, 644, 46, 44, p.accent) +
        box(1226, 640, 40, 90, p.dark)
      const head =
        shape('M520 1040q60 -90 120 -120q10 -110 110 -150q40 -60 180 -66h460q160 0 270 60v280z', p.ink) +
        shape('M640 920q70 -120 180 -140q-60 60 -60 130q-50 40 -80 130h-150z', p.dark)
      const stars = each(46, () =>
        disc(between(chance, 0, 1600), between(chance, 0, 520), between(chance, 2, 5), p.light),
      )
      const figure = person(870, 716, 90, p.accent, p.light, p.dark)
      return (
        box(-20, -20, 1640, 760, p.dark) +
        halftone(0, 240, 1600, 480, p.mid, 0, 10) +
        stars +
        faint(0.75, beams) +
        box(-20, 700, 1640, 340, p.ink) +
        halftone(0, 700, 1600, 200, p.dark, 9, 2) +
        ripples(chance, 720, 260, p.light, 60, 0, 760) +
        head +
        tower +
        cottage +
        figure +
        line('M560 1000q30 -30 80 -10t70 -20', p.paper, 10) +
        line('M470 1020q30 -26 70 -8', p.paper, 8)
      )
    },
  },
  {
    name: 'bandstand',
    palette,
    draw: (p, chance) => {
      const roof =
        shape('M380 330q180 -60 420 -230q240 170 420 230z', p.mid) +
        each(4, (i) => poly(p.light, `${470 + i * 200},330 ${570 + i * 200},330 800,120`)) +
        box(370, 322, 860, 26, p.ink) +
        line('M800 100v-60', p.ink, 10) +
        shape('M800 40h70l-18 20 18 22h-70z', p.accent)
      const posts = each(6, (i) => box(410 + i * 152, 346, 18, 300, p.ink))
      const bulbs =
        each(2, (side) =>
          each(10, (i) => {
            const t = (i + 1) / 11
            const x = side ? 1230 + t * 400 : 370 - t * 400
            return disc(x, 336 + Math.sin(t * Math.PI) * 90 - t * 120, 13, p.accent)
          }),
        ) + line('M370 336Q170 450 -30 210M1230 336Q1430 450 1640 210', p.paper, 4)
      const player = (x: number, s: number, coat: string) => bust(x, 600, s, coat, p.light)
      const band =
        player(500, 120, p.paper) +
        player(650, 116, p.accent) +
        player(800, 126, p.paper) +
        player(950, 116, p.accent) +
        player(1100, 120, p.paper) +
        each(3, (i) =>
          placed(
            650 + i * 150,
            520,
            0.9,
            i * 8 - 10,
            shape('M-20 -8q60 10 80 -34q26 40 4 100q-30 -40 -84 -46z', p.accent) + line('M-40 -2h60', p.accent, 10),
          ),
        ) +
        line('M505 520l90 -44', p.accent, 12) +
        poly(p.accent, '590,500 630,440 600,452') +
        disc(1110, 560, 52, p.paper) +
        line('M1058 560a52 52 0 1 0 104 0a52 52 0 1 0 -104 0', p.ink, 10)
      const stage =
        box(360, 600, 880, 120, p.ink) +
        each(22, (i) => box(376 + i * 40, 616, 20, 90, p.dark)) +
        box(340, 700, 920, 36, p.light)
      const crowd = each(3, (row) =>
        each(13 - row, (i) =>
          bust(
            -10 + i * (132 + row * 16) + (row % 2) * 60 + between(chance, -16, 16),
            880 + row * 76,
            124 + row * 34,
            [p.ink, p.dark, p.mid][(i * 2 + row) % 3] ?? p.ink,
            [p.light, p.paper, p.mid][(i + row * 2) % 3] ?? p.light,
          ),
        ),
      )
      return (
        box(-20, -20, 1640, 1040, p.dark) +
        halftone(0, 150, 1600, 560, p.mid, 0, 9.5) +
        each(40, () => disc(between(chance, 0, 1600), between(chance, 0, 330), between(chance, 2, 4), p.light)) +
        faint(0.9, houses(chance, -20, 1640, 690, [p.dark, p.ink], p.ink, p.accent)) +
        box(-20, 680, 1640, 360, p.dark) +
        faint(0.55, shape('M380 340h840l190 420H190z', p.light)) +
        band +
        posts +
        roof +
        stage +
        bulbs +
        crowd
      )
    },
  },
]
