import { cloud, gull, standingGull } from './figures'
import { box, disc, each, halftone, line, mirrored, type Picture, poly, shape } from './kit'
import { palettes } from './palettes'

export const customsClock: Picture = {
  name: 'customs-clock',
  palette: palettes.town,
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
}
