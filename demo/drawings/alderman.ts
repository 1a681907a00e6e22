import { gull } from './figures'
import { box, disc, each, halftone, line, type Palette, type Picture, placed, poly, shape } from './kit'
import { palettes } from './palettes'

export const alderman: Picture = {
  name: 'alderman',
  palette: palettes.opinion,
  draw: (p) => {
    const legs = line('M720 600V756M850 600V756', p.accent, 22)
    const feet = line('M680 764q40 -22 84 0M812 764q40 -22 84 0', p.accent, 18)
    const tail = poly(p.ink, '420,600 210,690 240,610 180,600 440,500')
    const shade = `<clipPath id="breast"><path d="M700 690q230 -30 370 -290q40 230 -180 270q-100 20 -190 20z"/></clipPath><g clip-path="url(#breast)">${halftone(690, 380, 420, 320, p.light, 3, 10)}</g>`
    const head = disc(1064, 214, 19, p.accent) + disc(1067, 212, 10, p.ink) + line('M1030 182q34 -22 70 -2', p.ink, 11)
    return (
      box(-20, -20, 1640, 600, p.light) +
      halftone(0, 0, 1600, 500, p.mid, 9, 0) +
      disc(330, 250, 120, p.accent) +
      shape('M1180 560q90 -70 200 -80q110 -50 260 30v50z', p.mid) +
      sea(p) +
      tail +
      legs +
      body(p) +
      shade +
      wing(p) +
      head +
      bill(p) +
      bun(p) +
      rails(p) +
      feet +
      bag(p) +
      gull(160, 120, 44, p.ink) +
      gull(560, 90, 30, p.ink)
    )
  },
}

const rails = (p: Palette) =>
  box(-20, 770, 1640, 34, p.ink) +
  box(-20, 906, 1640, 26, p.ink) +
  each(5, (i) => box(120 + i * 360, 740, 36, 320, p.ink) + disc(138 + i * 360, 736, 30, p.ink))

const body = (p: Palette) =>
  shape(
    'M360 560q60 -190 320 -230q130 -20 190 -120q60 -100 180 -80q120 30 110 150q-10 90 -90 130q20 230 -210 260q-330 40 -500 -110z',
    p.paper,
  )

const wing = (p: Palette) =>
  shape('M250 600q120 -210 360 -220q180 -10 220 60q-40 160 -260 190q-160 20 -320 -30z', p.mid) +
  shape('M250 600q90 -90 210 -120q-20 110 -50 140q-80 0 -160 -20z', p.ink) +
  line('M420 540q140 -90 330 -84M440 580q140 -70 320 -66', p.dark, 8)

const bill = (p: Palette) =>
  shape('M1140 214q90 0 150 46q-8 22 -40 26q-50 -20 -116 -22z', p.accent) +
  shape('M1130 276q70 6 108 30q-40 26 -116 4z', p.accent)

const bun = (p: Palette) =>
  placed(
    1270,
    302,
    1,
    8,
    shape('M-74 0q0 -66 76 -66t76 66q-4 40 -76 40t-76 -40z', p.ink) +
      shape('M-50 -14q20 -34 56 -34', p.mid) +
      line('M-44 -8q16 -34 46 -6t44 -10', p.mid, 9),
  ) + shape('M1140 214q90 0 130 34l-30 20q-50 -10 -108 -10z', p.accent)

const bag = (p: Palette) =>
  placed(
    1400,
    610,
    1,
    24,
    poly(p.light, '-70,-70 60,-80 76,70 -54,86') +
      poly(p.mid, '-70,-70 -44,-90 -20,-72 10,-92 34,-74 60,-80 64,-50 -66,-40') +
      line('M120 -30h70M130 20h90M-150 30h-50', p.paper, 8),
  )

const sea = (p: Palette) =>
  box(-20, 560, 1640, 480, p.dark) +
  halftone(0, 560, 1600, 160, p.mid, 8, 0) +
  each(24, (i) => line(`M${(i * 331) % 1600} ${600 + ((i * 67) % 360)}h${50 + (i % 5) * 22}`, p.mid, 5))
