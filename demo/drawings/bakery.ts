import { box, disc, each, faint, halftone, line, oval, type Picture, shape } from './kit'
import { palettes } from './palettes'

export const bakery: Picture = {
  name: 'bakery',
  palette: palettes.business,
  draw: (p, _chance) => {
    const bricks = each(12, (row) =>
      each(16, (i) =>
        box(-40 + i * 112 - (row % 2) * 56, -10 + row * 62, 106, 56, (row * 5 + i * 3) % 8 < 2 ? p.accent : p.dark),
      ),
    )
    const oven =
      shape('M330 640V420q0 -230 300 -230t300 230v220z', p.ink) +
      shape('M390 640V430q0 -180 240 -180t240 180v210z', p.accent) +
      shape('M440 640V470q0 -140 190 -140t190 140v170z', p.mid) +
      halftone(450, 420, 360, 220, p.light, 1, 9) +
      each(4, (i) => oval(500 + i * 90, 612, 46, 28, p.ink))
    const rack =
      box(1180, 90, 24, 640, p.ink) +
      box(1560, 90, 24, 640, p.ink) +
      each(
        5,
        (i) =>
          box(1170, 196 + i * 128, 424, 16, p.ink) +
          each(
            4,
            (j) =>
              oval(1250 + j * 88, 172 + i * 128, 48, 32, (i + j) % 3 ? p.mid : p.light) +
              line(`M${1230 + j * 88} ${160 + i * 128}l40 20`, p.ink, 5),
          ),
      )
    const baker =
      shape('M905 1040q-14 -330 40 -430q70 -50 150 0q60 110 54 430z', p.paper) +
      shape('M940 620q80 -40 150 0l10 120q-90 40 -170 0z', p.light) +
      disc(1018, 500, 66, p.light) +
      shape('M945 480q-30 -90 70 -94q104 0 76 94z', p.paper) +
      box(946, 464, 144, 26, p.paper) +
      line('M946 690q70 30 144 0', p.dark, 5) +
      line('M960 660L790 700', p.paper, 60) +
      line('M1070 680L900 770', p.paper, 56) +
      disc(786, 702, 34, p.light) +
      disc(890, 774, 34, p.light)
    const peel = `${line('M1180 560L640 800', p.mid, 20)}<g transform="rotate(-24 560 836)">${box(430, 806, 250, 60, p.mid, 24)}</g>`
    const bench =
      box(-20, 830, 1640, 220, p.light) +
      box(-20, 830, 1640, 18, p.ink) +
      each(3, (row) =>
        each(22, (i) => {
          const x = -10 + i * 76 + (row % 2) * 38
          const y = 880 + row * 52
          return oval(x, y, 40, 27, p.mid) + line(`M${x - 22} ${y}q10 -22 22 -2t20 -6`, p.ink, 6)
        }),
      )
    return (
      box(-20, -20, 1640, 1040, p.dark) +
      faint(0.55, bricks) +
      oven +
      box(280, 636, 700, 34, p.ink) +
      rack +
      box(-20, 670, 300, 170, p.ink) +
      box(40, 690, 90, 140, p.paper, 26) +
      box(150, 710, 90, 120, p.light, 26) +
      peel +
      baker +
      each(3, (i) => oval(490 + i * 52, 826 - i * 24, 38, 26, p.light)) +
      bench
    )
  },
}
