import { houses } from './figures'
import { box, disc, each, halftone, line, oval, type Picture, poly, shape } from './kit'
import { palettes } from './palettes'

export const lobsterPots: Picture = {
  name: 'lobster-pots',
  palette: palettes.town,
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
}
