import { bust } from './figures'
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
  shape,
} from './kit'
import { palettes } from './palettes'

export const penalty: Picture = {
  name: 'penalty',
  palette: palettes.sport,
  draw: (p, chance) => {
    const roof =
      poly(p.ink, '-20,60 1620,110 1620,170 -20,150') + each(6, (i) => box(90 + i * 290, 140, 16, 220, p.ink))
    const posts = line('M210 800V240H1390V800', p.paper, 26)
    return (
      box(-20, -20, 1640, 540, p.light) +
      halftone(0, 0, 1600, 300, p.paper, 9, 2) +
      crowd(p, chance) +
      box(-20, 480, 1640, 40, p.ink) +
      roof +
      grass(p) +
      line('M-20 800H1620', p.paper, 14) +
      posts +
      shape('M420 812q150 -30 340 0q-160 26 -340 0z', p.dark) +
      keeper(p) +
      ball(p) +
      faint(0.75, net(p))
    )
  },
}

const crowd = (p: Palette, chance: Chance) =>
  each(4, (row) =>
    each(30, (i) =>
      bust(
        -10 + i * 56 + (row % 2) * 28 + between(chance, -6, 6),
        330 + row * 46,
        54,
        [p.dark, p.mid, p.ink, p.accent][Math.floor(chance() * 4)] ?? p.dark,
        chance() > 0.5 ? p.paper : p.light,
      ),
    ),
  )

const grass = (p: Palette) =>
  box(-20, 500, 1640, 540, p.mid) +
  each(5, (i) =>
    poly(p.light, `${-400 + i * 520},500 ${-240 + i * 440 + 40},500 ${-380 + i * 560},1040 ${-760 + i * 640},1040`),
  )

const keeper = (p: Palette) =>
  placed(
    620,
    640,
    1.25,
    -24,
    line('M-120 30L-20 0', p.ink, 44) +
      line('M-120 30L-230 80M-110 20L-220 0', p.ink, 30) +
      line('M-232 84l-36 30M-222 0l-44 -6', p.paper, 24) +
      line('M-30 0L90 -10', p.accent, 74) +
      line('M90 -14L220 -64M84 10L230 -20', p.accent, 30) +
      disc(226, -66, 26, p.paper) +
      disc(236, -18, 26, p.paper) +
      disc(142, 6, 34, p.light) +
      shape('M110 -6q30 -44 66 -4z', p.ink),
  )

const ball = (p: Palette) =>
  disc(1190, 350, 52, p.paper) +
  poly(p.ink, '1190,326 1214,344 1205,372 1175,372 1166,344') +
  poly(p.ink, '1226,316 1240,336 1234,352 1218,336') +
  poly(p.ink, '1150,320 1164,318 1158,338 1142,350') +
  poly(p.ink, '1178,402 1204,402 1196,390 1184,390')

const net = (p: Palette) =>
  each(25, (i) => line(`M${230 + i * 48} 250L${150 + i * 56} 960`, p.paper, 3)) +
  each(15, (i) =>
    line(`M${226 - i * 6} ${250 + i * 50}Q800 ${268 + i * 50} ${1374 + i * 8} ${250 + i * 50}`, p.paper, 3),
  )
