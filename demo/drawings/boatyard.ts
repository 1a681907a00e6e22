import { person } from './figures'
import { box, disc, each, faint, halftone, line, type Palette, type Picture, poly, shape } from './kit'
import { palettes } from './palettes'

export const boatyard: Picture = {
  name: 'boatyard',
  palette: palettes.business,
  draw: (p) => {
    const light = poly(p.paper, '560,-20 760,-20 620,860 120,860') + poly(p.paper, '900,-20 1040,-20 1460,860 1120,860')
    const planks = each(12, (i) => box(i * 140 - 30, 150, 132, 560, i % 3 === 1 ? p.mid : p.light))
    const props = line('M270 500L130 850M1370 480L1490 850', p.dark, 22)
    const planking = line('M330 388q470 60 960 -6', p.ink, 16)
    return (
      box(-20, -20, 1640, 900, p.dark) +
      faint(0.75, planks) +
      halftone(0, -10, 1600, 620, p.dark, 11, 3) +
      faint(0.32, light) +
      trusses(p) +
      box(-20, 846, 1640, 200, p.light) +
      halftone(0, 860, 1600, 160, p.mid, 2, 8) +
      box(-20, 840, 1640, 14, p.ink) +
      keel(p) +
      ribs(p) +
      hull(p) +
      planking +
      stocks(p) +
      props +
      ladder(p) +
      builders(p) +
      bench(p) +
      each(16, (i) => line(`M${470 + i * 62} ${910 + (i % 4) * 22}q14 -16 30 0t24 0`, p.mid, 6))
    )
  },
}

const trusses = (p: Palette) =>
  each(4, (i) =>
    line(`M-40 ${250 - i * 22}L800 ${-60 + i * 36}L1640 ${250 - i * 22}`, i % 2 ? p.dark : p.ink, 22 - i * 3),
  ) + each(9, (i) => line(`M${i * 200} -20V${i === 4 ? 60 : 190}`, p.dark, 10))

const ribs = (p: Palette) =>
  each(11, (i) => {
    const x = 330 + i * 94
    const bulge = 130 - Math.abs(i - 5) * 14
    return line(`M${x} 690q${-30 - (i - 5) * 2} ${-bulge} ${(i - 5) * 9} ${-300 - Math.abs(i - 5) * 8}`, p.ink, 17)
  })

const hull = (p: Palette) =>
  shape(
    'M190 360q40 300 210 350h780q180 -70 250 -390q-70 70 -140 84q-60 220 -190 240H470q-120 -40 -190 -230q-50 -14 -90 -54z',
    p.mid,
  ) +
  shape('M262 560q50 110 138 150h780q90 -34 150 -136q-60 50 -140 60H440q-100 -10 -178 -74z', p.accent) +
  line('M226 470q80 130 230 150h700q130 -12 220 -150M250 530q90 110 210 124h700q100 -10 180 -100', p.ink, 7)

const keel = (p: Palette) =>
  line('M190 350q30 320 230 370h760q200 -60 256 -410', p.ink, 26) + line('M190 340l-30 -50M1436 310l26 -70', p.ink, 24)

const stocks = (p: Palette) =>
  each(4, (i) => poly(p.ink, `${430 + i * 210},720 ${490 + i * 210},720 ${510 + i * 210},850 ${410 + i * 210},850`))

const ladder = (p: Palette) =>
  line('M700 850L660 430M770 850L730 430', p.paper, 12) +
  each(8, (i) => line(`M${668 + i * 4.4} ${480 + i * 46}h70`, p.paper, 10))

const builders = (p: Palette) =>
  person(1000, 852, 250, p.dark, p.light, p.ink) +
  line('M1030 700L1090 640L1130 610', p.light, 22) +
  line('M1110 636l70 -50', p.ink, 16) +
  box(1160, 556, 60, 34, p.ink, 4) +
  person(690, 640, 210, p.paper, p.mid, p.dark) +
  line('M710 560L790 510', p.paper, 24)

const bench = (p: Palette) =>
  box(60, 800, 300, 22, p.ink) +
  box(90, 820, 24, 100, p.ink) +
  box(300, 820, 24, 100, p.ink) +
  disc(150, 776, 24, p.accent) +
  box(200, 770, 110, 30, p.light)
