import { gull, houses, person } from './figures'
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
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

export const ferry: Picture = {
  name: 'ferry',
  palette: palettes.town,
  draw: (p, chance) => {
    const hull = poly(p.ink, '150,640 1180,640 1260,560 1290,560 1190,760 220,760') + box(168, 664, 1010, 18, p.paper)
    const rail = line('M950 590H1200M970 590v50M1030 590v50M1090 590v50M1150 590v50', p.ink, 7)
    const smoke = oval(350, 250, 60, 30, p.mid) + oval(260, 200, 90, 38, p.mid) + oval(120, 150, 130, 46, p.mid)
    return (
      halftone(0, 0, 1600, 520, p.light, 10, 1) +
      disc(1260, 240, 90, p.mid) +
      faint(0.5, smoke) +
      island(p, chance) +
      box(-20, 515, 1640, 520, p.accent) +
      halftone(0, 520, 1600, 260, p.light, 5, 0) +
      line('M665 360v-130M665 262h-90', p.ink, 8) +
      poly(p.mid, '575,262 640,262 640,300 575,300') +
      decks(p) +
      people(p) +
      rail +
      hull +
      shape('M60 770q60 -50 160 -20h960q80 -46 140 6q-40 40 -120 40H160q-70 0 -100 -26z', p.paper) +
      box(-20, 790, 1640, 240, p.dark) +
      faint(0.9, shape('M60 790q600 30 1260 0q-120 60 -620 62t-640 -62z', p.paper)) +
      ripples(chance, 560, 200, p.paper, 26) +
      ripples(chance, 830, 170, p.accent, 60) +
      gull(1010, 330, 40, p.ink) +
      gull(1110, 390, 28, p.ink) +
      gull(900, 250, 30, p.ink)
    )
  },
}

const island = (p: Palette, chance: Chance) =>
  shape('M820 520q80 -90 210 -104q90 -90 220 -60q130 -30 210 80q90 20 160 84z', p.dark) +
  faint(0.9, houses(chance, 1010, 1330, 520, [p.mid, p.light], p.ink, p.paper))

const decks = (p: Palette) =>
  box(230, 540, 720, 100, p.paper) +
  each(9, (i) => box(262 + i * 74, 566, 46, 40, p.dark)) +
  box(280, 450, 460, 94, p.light) +
  each(5, (i) => box(310 + i * 84, 476, 52, 36, p.dark)) +
  box(210, 532, 760, 16, p.accent) +
  box(262, 440, 500, 16, p.accent) +
  box(590, 360, 150, 84, p.light) +
  poly(p.dark, '612,380 724,380 724,414 612,414') +
  poly(p.accent, '390,300 480,300 492,446 378,446') +
  box(386, 330, 98, 26, p.paper)

const people = (p: Palette) =>
  person(1010, 640, 84, p.mid, p.light, p.ink) +
  person(1060, 640, 76, p.accent, p.light, p.ink) +
  person(1120, 640, 60, p.light, p.mid, p.ink)
