import { between, box, disc, each, faint, halftone, line, type Palette, type Picture, placed, poly, shape } from './kit'
import { palettes } from './palettes'

export const eelgrass: Picture = {
  name: 'eelgrass',
  palette: palettes.harbour,
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
    return (
      box(-20, -20, 1640, 1040, p.mid) +
      halftone(0, 0, 1600, 620, p.light, 8, 0) +
      faint(0.4, rays(p)) +
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
}

const rays = (p: Palette) =>
  each(6, (i) => poly(p.light, `${140 + i * 250},-20 ${240 + i * 250},-20 ${60 + i * 270},700 ${-120 + i * 270},700`))
