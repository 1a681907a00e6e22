import { cloud, gull, houses, person, standingGull } from './figures'
import {
  between,
  box,
  disc,
  each,
  faint,
  halftone,
  line,
  mirrored,
  oval,
  type Picture,
  poly,
  ripples,
  shape,
} from './kit'
import { palettes } from './palettes'

const palette = palettes.town

export const townPictures: Picture[] = [
  {
    name: 'swing-bridge',
    palette,
    draw: (p, chance) => {
      const span =
        shape('M430 520Q800 250 1170 520v44H430z', p.ink) +
        each(6, (i) =>
          poly(
            p.mid,
            `${520 + i * 96},${i < 3 ? 505 : 505} ${596 + i * 96},505 ${[590, 686, 782, 794, 890, 986][i]},${[452, 412, 394, 394, 412, 452][i]} ${[564, 630, 722, 868, 962, 1008][i]},${[458, 428, 398, 398, 428, 458][i]}`,
          ),
        )
      const cabin =
        box(740, 290, 120, 130, p.dark) +
        poly(p.ink, '724,294 876,294 840,254 760,254') +
        box(758, 312, 36, 42, p.light) +
        box(806, 312, 36, 42, p.light) +
        line('M800 254v-60', p.ink, 7)
      const pier = poly(p.ink, '720,560 880,560 860,720 740,720') + box(700, 556, 200, 24, p.dark)
      const approach =
        box(-20, 500, 330, 64, p.ink) +
        poly(p.ink, '240,560 300,560 290,760 230,760') +
        line('M-20 470H300M60 470v40M150 470v40M240 470v40', p.ink, 8) +
        box(292, 420, 12, 90, p.ink) +
        disc(298, 410, 16, p.paper)
      const lights = [
        [298, 410],
        [776, 292],
        [824, 292],
        [1302, 410],
      ]
        .map(([x = 0]) =>
          each(9, (i) => oval(x + between(chance, -8, 8), 740 + i * 28, between(chance, 18, 52), 5, p.light)),
        )
        .join('')
      return (
        box(-20, -20, 1640, 760, p.mid) +
        halftone(0, 0, 1600, 560, p.dark, 10.5, 2) +
        disc(1180, 190, 86, p.light) +
        faint(
          0.85,
          houses(chance, -20, 560, 605, [p.dark], p.dark, p.light) +
            houses(chance, 1050, 1640, 605, [p.dark], p.dark, p.light),
        ) +
        box(-20, 596, 1640, 450, p.dark) +
        halftone(0, 600, 1600, 200, p.mid, 6, 0) +
        pier +
        span +
        cabin +
        approach +
        mirrored(1600, 0, 1, approach) +
        lights +
        ripples(chance, 720, 280, p.ink, 80) +
        disc(430, 500, 13, p.accent) +
        disc(1170, 500, 13, p.accent) +
        person(170, 500, 96, p.accent, p.light, p.ink) +
        gull(1000, 150, 26, p.ink)
      )
    },
  },
  {
    name: 'customs-clock',
    palette,
    draw: (p) => {
      const ticks = each(
        60,
        (i) =>
          `<g transform="rotate(${i * 6} 800 470)">${box(795 - (i % 5 ? 0 : 6), 196, i % 5 ? 10 : 22, i % 5 ? 20 : 52, p.ink)}</g>`,
      )
      const hand = (turn: number, long: number, thick: number) =>
        `<g transform="rotate(${turn} 800 470)">${shape(`M${800 - thick} 520L${800 - thick * 0.7} ${470 - long * 0.7}L800 ${470 - long}L${800 + thick * 0.7} ${470 - long * 0.7}L${800 + thick} 520z`, p.ink)}</g>`
      const stones = each(9, (row) =>
        each(8, (column) =>
          box(
            380 + column * 112 - (row % 2) * 56,
            130 + row * 100,
            106,
            94,
            (row * 3 + column * 5) % 7 < 2 ? p.light : p.paper,
          ),
        ),
      )
      const wedge = shape('M800 470L800 214A256 256 0 0 0 696 236z', p.accent)
      return `${box(-20, -20, 1640, 1040, p.light) + halftone(0, 0, 1600, 800, p.mid, 9, 0) + cloud(170, 620, 260, p.paper) + cloud(1480, 400, 220, p.paper)}<g transform="translate(0 70)">${box(324, 100, 952, 950, p.dark)}${stones}${box(310, 100, 66, 950, p.mid)}${box(1224, 100, 66, 950, p.mid)}${poly(p.dark, '270,110 1330,110 800,-160')}${poly(p.mid, '380,80 1220,80 800,-130')}${box(250, 96, 1100, 34, p.ink)}${disc(800, 470, 340, p.dark)}${disc(800, 470, 316, p.mid)}${disc(800, 470, 290, p.paper)}${wedge}${ticks}${hand(358, 150, 20)}${hand(336, 240, 14)}${disc(800, 470, 30, p.ink)}${disc(800, 470, 11, p.mid)}${line('M400 960H1200', p.ink, 26)}${standingGull(480, 98, 100, p.paper, p.ink, p.accent)}${mirrored(1150, 98, 0.86, standingGull(0, 0, 100, p.paper, p.ink, p.accent))}</g>${gull(150, 240, 46, p.ink)}${gull(1440, 160, 36, p.ink)}`
    },
  },
  {
    name: 'ferry',
    palette,
    draw: (p, chance) => {
      const island =
        shape('M820 520q80 -90 210 -104q90 -90 220 -60q130 -30 210 80q90 20 160 84z', p.dark) +
        faint(0.9, houses(chance, 1010, 1330, 520, [p.mid, p.light], p.ink, p.paper))
      const hull = poly(p.ink, '150,640 1180,640 1260,560 1290,560 1190,760 220,760') + box(168, 664, 1010, 18, p.paper)
      const decks =
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
      const rail = line('M950 590H1200M970 590v50M1030 590v50M1090 590v50M1150 590v50', p.ink, 7)
      const people =
        person(1010, 640, 84, p.mid, p.light, p.ink) +
        person(1060, 640, 76, p.accent, p.light, p.ink) +
        person(1120, 640, 60, p.light, p.mid, p.ink)
      const smoke = oval(350, 250, 60, 30, p.mid) + oval(260, 200, 90, 38, p.mid) + oval(120, 150, 130, 46, p.mid)
      return (
        halftone(0, 0, 1600, 520, p.light, 10, 1) +
        disc(1260, 240, 90, p.mid) +
        faint(0.5, smoke) +
        island +
        box(-20, 515, 1640, 520, p.accent) +
        halftone(0, 520, 1600, 260, p.light, 5, 0) +
        line('M665 360v-130M665 262h-90', p.ink, 8) +
        poly(p.mid, '575,262 640,262 640,300 575,300') +
        decks +
        people +
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
  },
  {
    name: 'lobster-pots',
    palette,
    draw: (p, chance) => {
      const pot = (x: number, y: number, w: number, net: string) => {
        const h = w * 0.62
        return (
          shape(
            `M${x} ${y}v${-h * 0.45}q0 ${-h * 0.55} ${w * 0.5} ${-h * 0.55}t${w * 0.5} ${h * 0.55}v${h * 0.45}z`,
            p.ink,
          ) +
          each(7, (i) =>
            line(
              `M${x + 12 + (i * (w - 24)) / 6} ${y - 8}L${x + w - 12 - (i * (w - 24)) / 6} ${y - h * (0.6 + 0.38 * Math.sin(((i + 0.5) / 7) * Math.PI))}`,
              net,
              4,
            ),
          ) +
          each(4, (i) => line(`M${x + 10} ${y - 16 - i * h * 0.17}H${x + w - 10}`, net, 3)) +
          line(
            `M${x + 5} ${y - 5}v${-h * 0.42}q0 ${-h * 0.5} ${w * 0.49} ${-h * 0.5}t${w * 0.49} ${h * 0.5}v${h * 0.42}z`,
            p.mid,
            12,
          ) +
          oval(x + w / 2, y - h * 0.38, w * 0.14, w * 0.14, p.ink) +
          box(x - 8, y - 12, w + 16, 20, p.dark)
        )
      }
      const rows =
        each(4, (i) => pot(60 + i * 262, 860, 250, p.light)) +
        each(3, (i) => pot(190 + i * 262, 690, 250, p.light)) +
        each(2, (i) => pot(320 + i * 262, 520, 250, p.light))
      const buoy = (x: number, y: number, c: string) =>
        box(x - 10, y - 130, 20, 60, p.ink, 8) + oval(x, y - 40, 56, 64, c) + box(x - 56, y - 52, 112, 26, p.paper)
      return (
        box(-20, -20, 1640, 1040, p.ink) +
        halftone(0, 0, 1600, 700, p.dark, 9, 3) +
        houses(chance, -20, 1640, 560, [p.dark], p.ink, p.dark) +
        poly(p.light, '1370,470 -20,80 -20,840') +
        box(-20, 858, 1640, 180, p.dark) +
        poly(p.mid, '-20,858 1150,858 1000,1020 -20,1020') +
        rows +
        line('M1130 880q-80 70 -220 30t-260 40t-300 -20', p.paper, 12) +
        buoy(1180, 900, p.accent) +
        buoy(1290, 930, p.mid) +
        shape('M1330 1040q-10 -330 60 -420q70 -50 150 0q70 100 80 420z', p.accent) +
        shape('M1412 600q-10 -110 62 -118q84 0 78 118q-60 50 -140 0z', p.accent) +
        oval(1474, 556, 44, 52, p.light) +
        line('M1400 700q-60 -50 -50 -190', p.accent, 62) +
        line('M1400 700q-60 -50 -50 -190', p.dark, 4) +
        box(1300, 444, 110, 52, p.paper, 8) +
        disc(1352, 500, 30, p.light)
      )
    },
  },
  {
    name: 'allotments',
    palette,
    draw: (p, chance) => {
      const beds = each(5, (row) =>
        each(4, (column) => {
          const y = 470 + row * row * 18 + row * 44
          const h = 36 + row * 16
          const x0 = 800 + (column - 2) * (250 + row * 90)
          const w = 210 + row * 84
          return (
            poly(
              row % 2 === column % 2 ? p.dark : p.ink,
              `${x0},${y} ${x0 + w},${y} ${x0 + w + (column - 1.5) * 34},${y + h} ${x0 + (column - 2) * 34 + 8},${y + h}`,
            ) +
            each(9, (i) => {
              const cx = x0 + 14 + (i * (w - 20)) / 9 + (column - 1.5) * 14
              return shape(
                `M${cx} ${y + h * 0.8}q-26 -14 -22 -${30 + row * 9}q22 8 22 ${20 + row * 5}q4 -${18 + row * 4} 24 -${22 + row * 5}q2 ${26 + row * 5} -24 ${32 + row * 5}z`,
                (row + column) % 3 ? p.accent : p.mid,
              )
            })
          )
        }),
      )
      const shed = (x: number, y: number, s: number, wall: string) =>
        box(x, y - 120 * s, 150 * s, 120 * s, wall) +
        poly(p.ink, `${x - 14 * s},${y - 118 * s} ${x + 75 * s},${y - 180 * s} ${x + 164 * s},${y - 118 * s}`) +
        box(x + 20 * s, y - 86 * s, 44 * s, 86 * s, p.dark) +
        box(x + 86 * s, y - 86 * s, 44 * s, 36 * s, p.paper)
      const tap =
        box(1180, 560, 44, 420, p.ink, 6) +
        line('M1202 600h-110q-34 0 -34 44', p.ink, 36) +
        line('M1150 560h110', p.accent, 24) +
        line('M1202 560v20', p.accent, 20) +
        shape('M1058 690q26 40 0 62q-28 -20 0 -62z', p.paper)
      const can =
        shape('M930 980l20 -170h190l20 170z', p.mid) +
        line('M940 850q-70 -10 -120 -96', p.mid, 30) +
        poly(p.mid, '780,760 850,700 862,720 800,784') +
        line('M1150 830q90 10 6 130', p.mid, 20) +
        oval(1045, 810, 95, 18, p.ink)
      return (
        halftone(0, 0, 1600, 380, p.light, 10, 1) +
        disc(330, 200, 92, p.mid) +
        cloud(1120, 150, 210, p.light) +
        shape('M-20 440q300 -110 640 -60t500 -30t520 60v80H-20z', p.accent) +
        faint(0.9, houses(chance, 420, 1180, 400, [p.light, p.paper], p.mid, p.dark)) +
        box(-20, 430, 1640, 620, p.light) +
        halftone(0, 440, 1600, 300, p.mid, 0, 5) +
        shed(110, 470, 1, p.mid) +
        shed(400, 455, 0.8, p.accent) +
        shed(1130, 460, 0.9, p.mid) +
        shed(1390, 480, 1.1, p.paper) +
        beds +
        person(560, 560, 150, p.paper, p.light, p.ink) +
        line('M585 560L630 440', p.ink, 8) +
        tap +
        can
      )
    },
  },
]
