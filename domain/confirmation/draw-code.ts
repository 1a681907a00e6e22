import type { PathCommand } from 'opentype.js'
import sharp from 'sharp'
import { type Chance, chanceFrom } from './chance'
import { outlineOf } from './letter-shapes'

const width = 220
const height = 80
const ink = '#1d2733'
const paper = '#f4f1e8'
const pencil = '#5f6b78'

type Point = { x: number; y: number }
type Bend = (point: Point) => Point

/** The PNG of a code: bent letters, crossed by lines, dark on light whatever the page's colours are. */
export async function drawCode(answer: string, seed: string) {
  const chance = chanceFrom(seed)
  const bend = bendOf(chance)
  const letters = await drawLetters(answer, chance, bend)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    drawLines(6, pencil, 1, chance),
    `<path fill="${ink}" d="${letters}"/>`,
    drawLines(2, ink, 1.4, chance),
    drawLines(1, paper, 1, chance),
    drawSpecks(70, chance),
    '</svg>',
  ].join('')
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 16 }).toBuffer()
}

async function drawLetters(answer: string, chance: Chance, bend: Bend) {
  const outlines = await Promise.all([...answer].map((letter) => outlineOf(letter, 50)))
  const taken = outlines.reduce((sum, { width: own }) => sum + own, 0)
  const fit = Math.min(1, (width - 52) / taken)
  const gap = (width - 36 - taken * fit) / Math.max(1, outlines.length - 1)
  let left = 18
  return outlines
    .map((outline) => {
      const centre = {
        x: left + (outline.width * fit) / 2 + chance.between(-2, 2),
        y: height / 2 + chance.between(-6, 6),
      }
      left += outline.width * fit + gap
      return pathOf(outline.commands, placed(outline.width, fit, centre, chance), bend)
    })
    .join('')
}

/** Turns and slants a letter a little and puts it down around its centre. */
function placed(letterWidth: number, fit: number, centre: Point, chance: Chance): Bend {
  const turn = (chance.between(-15, 15) * Math.PI) / 180
  const slant = chance.between(-0.2, 0.2)
  const scale = fit * chance.between(0.92, 1.1)
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  return ({ x, y }) => {
    const upright = { x: x - letterWidth / 2 + slant * (y + 16), y: y + 16 }
    return { x: centre.x + upright.x * cos - upright.y * sin, y: centre.y + upright.x * sin + upright.y * cos }
  }
}

/** Two waves that run through the whole picture. */
function bendOf(chance: Chance): Bend {
  const [rise, sway] = [chance.between(3, 5.5) * chance.sign(), chance.between(2, 3.5) * chance.sign()]
  const [along, across] = [chance.between(0.035, 0.055), chance.between(0.06, 0.09)]
  const [start, begin] = [chance.between(0, 6.3), chance.between(0, 6.3)]
  return ({ x, y }) => ({ x: x + sway * Math.sin(y * across + begin), y: y + rise * Math.sin(x * along + start) })
}

function pathOf(commands: PathCommand[], place: Bend, bend: Bend) {
  const at = (x: number, y: number) => written(bend(place({ x, y })))
  return commands
    .map((command) => {
      if (command.type === 'Z') return 'Z'
      const end = at(command.x, command.y)
      if (command.type === 'Q') return `Q${at(command.x1, command.y1)} ${end}`
      if (command.type === 'C') return `C${at(command.x1, command.y1)} ${at(command.x2, command.y2)} ${end}`
      return `${command.type}${end}`
    })
    .join('')
}

function drawLines(count: number, colour: string, weight: number, chance: Chance) {
  return Array.from({ length: count }, () => {
    const y = () => chance.between(8, height - 8)
    const curve = `M-5 ${y()}C${chance.between(40, 90)} ${y()} ${chance.between(120, 180)} ${y()} ${width + 5} ${y()}`
    return `<path d="${curve}" fill="none" stroke="${colour}" stroke-width="${weight}"/>`
  }).join('')
}

function drawSpecks(count: number, chance: Chance) {
  return Array.from({ length: count }, (_, at) => {
    const spot = { x: chance.between(0, width), y: chance.between(0, height) }
    return `<circle cx="${spot.x}" cy="${spot.y}" r="${chance.between(0.5, 1.3)}" fill="${at % 3 ? ink : paper}"/>`
  }).join('')
}

const written = ({ x, y }: Point) => `${x.toFixed(2)} ${y.toFixed(2)}`
