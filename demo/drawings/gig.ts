import { gull } from './figures'
import { between, box, disc, each, halftone, line, type Palette, type Picture, placed, ripples, shape } from './kit'
import { palettes } from './palettes'

const pale = '#f2c9a4'
const brown = '#a9683f'
const shallows = '#7db8a4'

export const gig: Picture = {
  name: 'gig',
  palette: palettes.sport,
  draw: (p, chance) => {
    const rival = placed(1400, 388, 0.3, -1, boat(p, p.ink, p.dark))
    const swell = (y: number, colour: string, lift: number) =>
      shape(`M-20 ${y}q130 ${-lift} 270 0t270 0t270 0t270 0t270 0t270 0t270 0V1040H-20z`, colour)
    const spray = each(46, () =>
      disc(between(chance, 60, 240), between(chance, 560, 690), between(chance, 3, 9), p.paper),
    )
    return (
      box(-20, -20, 1640, 460, p.light) +
      halftone(0, 0, 1600, 380, p.paper, 10, 2) +
      shape('M900 360q90 -110 230 -120q120 -60 220 0q120 10 280 130z', p.mid) +
      line('M1236 238v-56', p.paper, 18) +
      disc(1236, 178, 12, p.accent) +
      swell(366, shallows, 26) +
      halftone(0, 400, 1600, 240, p.dark, 0, 6) +
      rival +
      swell(560, p.dark, 50) +
      halftone(0, 600, 1600, 200, p.ink, 0, 5) +
      ripples(chance, 590, 120, p.light, 22) +
      placed(740, 662, 1.1, -4, boat(p, p.paper, p.accent)) +
      spray +
      swell(770, p.ink, 60) +
      ripples(chance, 790, 190, p.mid, 46) +
      gull(330, 150, 40, p.ink) +
      gull(430, 210, 26, p.ink) +
      gull(700, 120, 24, p.ink)
    )
  },
}

/** A six-oared gig that goes to the left; the rowers sit with their backs to where they go. */
function boat(p: Palette, hull: string, shirts: string) {
  const rowers = each(6, (i) => {
    const x = -360 + i * 128
    return (
      line(`M${x + 26} 0L${x + 2} -88`, shirts, 58) +
      disc(x - 6, -150, 29, i % 2 ? pale : brown) +
      shape(`M${x - 36} -156q6 -40 40 -32q26 8 22 36q-28 -14 -62 -4z`, p.ink) +
      line(`M${x} -90L${x + 74} -66`, i % 2 ? pale : brown, 17)
    )
  })
  const oars = each(
    6,
    (i) =>
      line(`M${-286 + i * 128} -66L${-396 + i * 128} 150`, p.light, 11) +
      line(`M${-386 + i * 128} 130L${-408 + i * 128} 174`, p.accent, 24),
  )
  const cox =
    line('M470 4L452 -84', p.accent, 56) +
    disc(436, -140, 29, pale) +
    shape('M404 -150q10 -40 44 -28q22 10 20 34q-30 -12 -64 -6z', p.ink) +
    line('M450 -80L392 -50', pale, 17)
  return `${rowers}${cox}${shape('M-600 -56q60 20 150 34h920q60 -6 110 -40q-10 110 -70 130H-430q-130 -20 -170 -124z', hull)}${shape('M-584 -26q60 20 140 28H480q60 -6 92 -26l-8 30q-50 22 -96 22H-436q-90 -6 -134 -26z', p.mid)}${oars}`
}
