import { bust } from './figures'
import { box, disc, each, halftone, line, oval, type Palette, type Picture, poly, shape } from './kit'
import { palettes } from './palettes'

export const councilChamber: Picture = {
  name: 'council-chamber',
  palette: palettes.opinion,
  draw: (p) => {
    const curtains = each(4, (i) => shape(`M${250 + i * 340} -20h80q10 240 -12 420h-56q-24 -180 -12 -420z`, p.dark))
    return (
      box(-20, -20, 1640, 440, p.mid) +
      halftone(0, 0, 1600, 420, p.dark, 2, 6) +
      windows(p) +
      curtains +
      box(-20, 396, 1640, 26, p.ink) +
      floor(p) +
      seats(p) +
      desk(p) +
      mayor(p) +
      papers(p) +
      gallery(p) +
      camera(p)
    )
  },
}

const windows = (p: Palette) =>
  each(3, (i) => {
    const x = 330 + i * 340
    return (
      shape(`M${x} 400V150q0 -110 130 -110t130 110v250z`, p.accent) +
      halftone(x + 8, 130, 244, 270, p.paper, 8, 2) +
      line(`M${x} 400V150q0 -110 130 -110t130 110v250M${x + 130} 40V400M${x} 220h260`, p.ink, 12)
    )
  })

const mayor = (p: Palette) =>
  bust(800, 480, 120, p.accent, p.light) +
  line('M752 404q48 60 96 0', p.paper, 9) +
  disc(800, 440, 13, p.paper) +
  box(640, 478, 320, 90, p.ink) +
  box(630, 466, 340, 18, p.mid)

const seats = (p: Palette) =>
  [
    [420, 536],
    [306, 606],
    [226, 700],
    [1180, 536],
    [1294, 606],
    [1374, 700],
    [590, 496],
    [1010, 496],
  ]
    .map(([x = 0, y = 0], i) =>
      bust(x, y, 96 + (y - 490) * 0.24, [p.dark, p.ink, p.mid, p.accent][i % 4] ?? p.dark, i === 6 ? p.mid : p.paper),
    )
    .join('')

const desk = (p: Palette) =>
  shape('M250 800q-40 -260 300 -290h40v54h-30q-250 10 -210 236z', p.mid) +
  shape('M1350 800q40 -260 -300 -290h-40v54h30q250 10 210 236z', p.mid) +
  shape('M350 800q-40 -226 210 -236h30v40q-190 10 -150 196z', p.ink) +
  shape('M1250 800q40 -226 -210 -236h-30v40q190 10 150 196z', p.ink)

const papers = (p: Palette) =>
  [
    [420, 590],
    [330, 680],
    [1170, 590],
    [1270, 680],
    [540, 540],
    [1060, 540],
  ]
    .map(
      ([x = 0, y = 0], i) =>
        `<g transform="rotate(${i * 23 - 50} ${x} ${y})">${box(x - 22, y - 14, 44, 28, p.paper)}</g>`,
    )
    .join('')

const floor = (p: Palette) =>
  box(-20, 400, 1640, 500, p.light) +
  poly(p.paper, '560,600 1040,600 1200,880 400,880') +
  halftone(0, 400, 1600, 460, p.mid, 1, 6)

const gallery = (p: Palette) =>
  box(-20, 800, 1640, 240, p.ink) +
  box(-20, 786, 1640, 26, p.mid) +
  each(30, (i) => box(10 + i * 56, 812, 16, 90, p.dark)) +
  box(-20, 900, 1640, 16, p.mid) +
  each(7, (i) => box(40 + i * 240, 950, 190, 100, p.dark, 24))

const camera = (p: Palette) =>
  line('M1080 640L960 1040M1080 640L1200 1040M1080 640V1040', p.paper, 17) +
  disc(1080, 640, 30, p.ink) +
  box(960, 500, 230, 130, p.dark, 16) +
  box(974, 514, 202, 102, p.ink, 12) +
  box(880, 526, 96, 78, p.dark, 8) +
  oval(880, 565, 20, 46, p.light) +
  disc(1140, 540, 15, p.accent) +
  box(1186, 470, 90, 70, p.dark, 8) +
  line('M1190 560l70 -24', p.dark, 14) +
  box(1000, 470, 130, 34, p.dark, 8)
