import { person } from './figures'
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
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const longNabLight: Picture = {
  name: 'long-nab-light',
  palette: palettes.culture,
  draw: (p, chance) => {
    const beams = poly(p.accent, '1010,236 -40,40 -40,330') + poly(p.accent, '1010,236 1660,150 1660,320')
    const figure = person(870, 716, 90, p.accent, p.light, p.dark)
    return (
      box(-20, -20, 1640, 760, p.dark) +
      halftone(0, 240, 1600, 480, p.mid, 0, 10) +
      stars(p, chance) +
      faint(0.75, beams) +
      box(-20, 700, 1640, 340, p.ink) +
      halftone(0, 700, 1600, 200, p.dark, 9, 2) +
      ripples(chance, 720, 260, p.light, 60, 0, 760) +
      head(p) +
      tower(p) +
      cottage(p) +
      figure +
      line('M560 1000q30 -30 80 -10t70 -20', p.paper, 10) +
      line('M470 1020q30 -26 70 -8', p.paper, 8)
    )
  },
}

const tower = (p: Palette) =>
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

const cottage = (p: Palette) =>
  box(1130, 610, 240, 120, p.light) +
  poly(p.ink, '1110,614 1170,540 1330,540 1390,614') +
  box(1190, 520, 30, 40, p.ink) +
  box(1160, 644, 46, 44, p.accent) +
  box(1290, 644, 46, 44, p.accent) +
  box(1226, 640, 40, 90, p.dark)

const head = (p: Palette) =>
  shape('M520 1040q60 -90 120 -120q10 -110 110 -150q40 -60 180 -66h460q160 0 270 60v280z', p.ink) +
  shape('M640 920q70 -120 180 -140q-60 60 -60 130q-50 40 -80 130h-150z', p.dark)

const stars = (p: Palette, chance: Chance) =>
  each(46, () => disc(between(chance, 0, 1600), between(chance, 0, 520), between(chance, 2, 5), p.light))
