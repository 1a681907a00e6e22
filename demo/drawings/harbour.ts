import { cloud, crane, gull, houses } from './figures'
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

const palette = palettes.harbour

export const harbourPictures: Picture[] = [
  {
    name: 'dredger',
    palette,
    draw: (p, chance) => {
      const seabed = each(5, (i) => line(`M-20 ${860 + i * 34}q200 ${-40 + i * 9} 420 0t420 0t420 0t420 0`, p.light, 4))
      const barge =
        poly(p.ink, '960,640 1500,640 1460,730 1000,730') +
        shape('M1010 642q60 -80 150 -62q70 -50 140 0q90 -20 130 62z', p.mid)
      const hull = poly(p.ink, '90,560 840,560 900,540 860,730 150,730') + box(120, 600, 730, 16, p.accent)
      const house =
        box(170, 380, 190, 180, p.mid) +
        box(150, 364, 230, 22, p.accent) +
        each(3, (i) => box(196 + i * 54, 410, 36, 40, p.paper)) +
        box(196, 480, 36, 80, p.dark)
      const jib =
        poly(p.accent, '560,560 720,560 690,440 590,440') +
        line('M650 450L1130 120M650 450L600 220L1130 120M600 220L560 470', p.ink, 13) +
        each(6, (i) => line(`M${690 + i * 72} ${422 - i * 49}l-${4 + i * 3} -${96 - i * 15}`, p.ink, 6))
      const grab =
        line('M1130 120V330', p.ink, 8) +
        poly(p.ink, '1090,330 1170,330 1160,356 1100,356') +
        shape('M1100 350q-60 40 -30 120l60 -28zM1160 350q60 40 30 120l-60 -28z', p.ink) +
        each(9, (i) => disc(1100 + chance() * 62, 460 + i * 19, between(chance, 5, 12), p.dark))
      return (
        halftone(0, 0, 1600, 460, p.light, 9, 0) +
        disc(1330, 250, 120, p.accent) +
        faint(0.45, crane(80, 560, 150, p.mid) + crane(1480, 560, 190, p.mid)) +
        faint(0.6, houses(chance, 380, 1010, 590, [p.light, p.mid], p.mid, p.paper)) +
        box(-20, 585, 1640, 140, p.mid) +
        ripples(chance, 600, 110, p.light, 60) +
        hull +
        house +
        jib +
        barge +
        grab +
        box(-20, 722, 1640, 320, p.dark) +
        shape(
          'M-20 722q60 16 120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0v40H-20z',
          p.mid,
        ) +
        halftone(0, 765, 1600, 100, p.ink, 1, 6) +
        shape('M-20 900q200 -60 420 -10t420 -20t420 20t420 -30v200H-20z', p.ink) +
        faint(0.5, seabed) +
        gull(1010, 210, 34, p.ink) +
        gull(440, 160, 26, p.ink) +
        gull(520, 220, 20, p.ink)
      )
    },
  },
  {
    name: 'tide-gauge',
    palette,
    draw: (p, chance) => {
      const steps = each(
        7,
        (i) =>
          poly(
            i % 2 ? p.ink : p.dark,
            `-20,${380 + i * 66} ${250 + i * 70},${380 + i * 66} ${250 + i * 70},${470 + i * 66} -20,${470 + i * 66}`,
          ) + box(-20, 380 + i * 66, 270 + i * 70, 9, p.light),
      )
      const staff =
        box(1030, 60, 170, 1000, p.ink, 4) +
        box(1044, 70, 142, 990, p.paper) +
        each(20, (i) => box(1044, 84 + i * 46, i % 5 === 0 ? 142 : i % 2 ? 76 : 50, 20, p.ink)) +
        box(1010, 336, 210, 26, p.accent)
      const rain = each(120, () => {
        const x = between(chance, -60, 1640)
        const y = between(chance, -20, 600)
        return line(`M${x} ${y}l-${20} ${46}`, p.paper, 3)
      })
      const surge =
        shape('M-20 690q90 -60 190 -12t200 -8t210 -10t200 4t190 -16t210 14t220 -18t230 10v400H-20z', p.mid) +
        shape('M-20 780q110 -46 220 -4t230 -8t250 2t220 -4t260 10t240 -18t260 10v300H-20z', p.dark)
      const swirl =
        oval(1115, 700, 190, 30, p.paper) +
        oval(1115, 706, 160, 22, p.mid) +
        oval(1115, 806, 260, 36, p.light) +
        oval(1115, 812, 230, 26, p.dark)
      const sky =
        box(-20, -20, 1640, 620, p.mid) +
        halftone(0, 0, 1600, 520, p.dark, 10, 0) +
        cloud(330, 170, 330, p.dark) +
        cloud(820, 110, 300, p.ink) +
        cloud(1420, 190, 330, p.dark)
      return (
        sky +
        faint(0.9, houses(chance, 520, 1660, 600, [p.dark, p.ink], p.ink, p.accent)) +
        box(-20, 590, 1640, 40, p.ink) +
        box(-20, 622, 1640, 120, p.dark) +
        steps +
        surge +
        swirl +
        box(1030, 60, 170, 640, p.ink, 4) +
        staff
          .replace('height="1000"', 'height="650"')
          .replace('height="990"', 'height="632"')
          .replaceAll(/<rect x="1044" y="(7[1-9]\d|[89]\d\d|1\d\d\d)"[^>]*>/g, '') +
        shape('M1000 706q60 -34 115 -8t120 -4v60h-235z', p.mid) +
        line('M1000 706q60 -34 115 -8t120 -4', p.paper, 9) +
        ripples(chance, 740, 240, p.light, 60) +
        faint(0.55, rain)
      )
    },
  },
  {
    name: 'eelgrass',
    palette,
    draw: (p, chance) => {
      const blades = (count: number, base: number, tall: number, colour: string) =>
        each(count, () => {
          const x = between(chance, -20, 1620)
          const h = between(chance, tall * 0.5, tall)
          const lean = between(chance, -10, 120)
          const w = between(chance, 9, 17)
          return shape(
            `M${x} ${base}q${-lean * 0.3} ${-h * 0.6} ${lean} ${-h}q${-lean * 0.6} ${h * 0.4} ${-lean + w} ${h}z`,
            colour,
          )
        })
      const fish = (x: number, y: number, s: number, colour: string, eye: string) =>
        placed(
          x,
          y,
          s,
          0,
          shape('M-80 0q50 -46 120 -16q24 10 36 16q-12 8 -36 18q-70 28 -120 -18zM-70 0l-50 -30q14 30 0 60z', colour) +
            disc(46, -6, 6, eye) +
            line('M10 -18q12 18 0 36', eye, 4),
        )
      const rays = each(6, (i) =>
        poly(p.light, `${140 + i * 250},-20 ${240 + i * 250},-20 ${60 + i * 270},700 ${-120 + i * 270},700`),
      )
      return (
        box(-20, -20, 1640, 1040, p.mid) +
        halftone(0, 0, 1600, 620, p.light, 8, 0) +
        faint(0.4, rays) +
        halftone(0, 480, 1600, 540, p.dark, 0, 11) +
        blades(120, 940, 420, p.dark) +
        placed(300, 420, 1, 0, '') +
        each(7, (i) => fish(260 + i * 105 + between(chance, -20, 20), 300 + (i % 3) * 70, 0.7, p.paper, p.dark)) +
        blades(90, 1000, 560, p.light) +
        fish(1130, 560, 1.9, p.accent, p.ink) +
        blades(80, 1040, 520, p.ink) +
        shape('M-20 960q200 -40 400 -6t420 0t400 -10t420 0v100H-20z', p.ink) +
        each(14, (i) => disc(1330 + Math.sin(i) * 30, 480 - i * 34, 14 - i * 0.7, p.paper))
      )
    },
  },
  {
    name: 'lifeboat',
    palette,
    draw: (p, chance) => {
      const boat = placed(
        840,
        470,
        1.35,
        -17,
        shape('M-330 20q120 34 300 30h300l70 -100q-60 30 -160 34h-520z', p.accent) +
          box(-330, 2, 560, 14, p.paper) +
          shape('M-190 -20l30 -110h200l56 110z', p.paper) +
          box(-140, -108, 46, 44, p.ink) +
          box(-80, -108, 46, 44, p.ink) +
          poly(p.ink, '-18,-108 28,-108 52,-64 -18,-64') +
          line('M-60 -130v-110M-60 -210h70M-100 -130v-60', p.paper, 8) +
          disc(-60, -246, 12, p.accent),
      )
      const beam = poly(p.light, '800,170 1680,-80 1680,330')
      const wave =
        shape('M-40 1040V760q180 30 330 -40t330 -60q250 30 420 -120q150 -150 330 -210q180 -50 270 20v690z', p.mid) +
        line('M290 716q180 -70 330 -60q250 30 420 -120q150 -150 330 -210q150 -44 250 0', p.paper, 18)
      const front =
        shape('M-40 1040V880q220 -120 420 -30t430 -20t400 -40t450 -60v320z', p.ink) +
        line('M-40 880q220 -120 420 -30t430 -20t400 -40t450 -60', p.light, 10)
      const spray = each(90, () => {
        const t = chance()
        return disc(
          1120 + t * 320 + between(chance, -90, 90),
          500 - t * 200 + between(chance, -190, 30),
          between(chance, 3, 13),
          p.paper,
        )
      })
      return (
        box(-20, -20, 1640, 1040, p.ink) +
        halftone(0, 0, 1600, 620, p.dark, 10, 2) +
        faint(0.35, beam) +
        cloud(260, 190, 300, p.dark) +
        shape('M-40 1040V640q160 -90 330 -30t330 -60t330 40t330 -100t360 20v530z', p.dark) +
        boat +
        wave +
        spray +
        halftone(0, 740, 1600, 200, p.dark, 0, 8) +
        front +
        ripples(chance, 880, 120, p.mid, 40)
      )
    },
  },
]
