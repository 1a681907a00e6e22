import { gull, person } from './figures'
import { between, box, disc, each, faint, halftone, line, type Picture, poly, ripples } from './kit'
import { palettes } from './palettes'

export const cannery: Picture = {
  name: 'cannery',
  palette: palettes.business,
  draw: (p, chance) => {
    const teeth = each(
      6,
      (i) =>
        poly(p.dark, `${180 + i * 190},380 ${180 + i * 190},250 ${370 + i * 190},380`) +
        poly(p.light, `${194 + i * 190},366 ${194 + i * 190},282 ${240 + i * 190},316 ${240 + i * 190},366`),
    )
    const windows = each(2, (row) =>
      each(
        10,
        (i) =>
          box(216 + i * 112, 420 + row * 112, 66, 78, chance() > 0.7 ? p.light : p.ink) +
          line(`M${249 + i * 112} ${420 + row * 112}v78M${216 + i * 112} ${459 + row * 112}h66`, p.accent, 6),
      ),
    )
    const wall =
      box(180, 376, 1140, 264, p.accent) +
      halftone(180, 380, 1140, 250, p.dark, 0, 4) +
      windows +
      box(180, 372, 1140, 16, p.ink)
    const chimney =
      poly(p.accent, '1140,380 1156,60 1224,60 1240,380') +
      box(1148, 50, 84, 22, p.ink) +
      box(1150, 120, 80, 20, p.paper)
    const poles =
      each(8, (i) => box(776 + i * 80, 200, 9, 446, p.paper)) +
      each(4, (i) => box(756, 280 + i * 104, 590, 12, p.mid)) +
      line('M780 640L856 500L780 392M1340 640L1260 500L1340 392M940 640L1020 500', p.paper, 6)
    const builders =
      person(870, 384, 84, p.ink, p.light) + person(1180, 488, 84, p.dark, p.light) + disc(871, 302, 9, p.mid)
    const building = teeth + chimney + wall + poles + builders
    const shore = box(-20, 640, 1640, 46, p.dark) + each(20, (i) => box(i * 84, 684, 20, 40, p.ink))
    return `${box(-20, -20, 1640, 720, p.light) + halftone(0, 0, 1600, 460, p.mid, 9, 0) + disc(330, 180, 84, p.paper) + faint(0.8, poly(p.mid, '-20,640 -20,540 120,500 300,560 300,640') + poly(p.mid, '1240,640 1400,500 1620,460 1620,640')) + building + shore + box(-20, 716, 1640, 320, p.dark)}<g opacity="0.4" transform="translate(0 1380) scale(1 -1)">${teeth + chimney + wall}</g>${box(-20, 1000, 1640, 60, p.dark)}${ripples(chance, 730, 260, p.light, 60)}${ripples(chance, 730, 260, p.ink, 50)}${gull(560, 150, 36, p.ink)}${gull(640, 210, 26, p.ink)}${gull(480, 230, between(chance, 20, 24), p.ink)}`
  },
}
