import { type Plan, purpose } from './plan'
import { below, fewOrMany, type Random, randomFor } from './random'

const standings = ['visible', 'hidden', 'held'] as const
const [visible, hidden, held] = [0, 1, 2]

export type Conversation = ReturnType<typeof converse>

/** Comments of a long conversation that answer each other one by one, and how often such a chain has its next. */
const chain = { length: 400, every: 5, from: 2000 }

/**
 * Who answers whom under an article, in the order of time, with all counts. In arrays of numbers, so that a
 * conversation of a million takes some megabytes. `first` is the number of its first comment in the archive.
 */
export function converse(plan: Plan, article: number, size: number, first: number) {
  const random = randomFor(plan.seed, purpose.comments, article)
  const kept = {
    parent: new Int32Array(size),
    root: new Int32Array(size),
    depth: new Int32Array(size),
    standing: new Uint8Array(size),
    /** The number of its thread; 0 for none. */
    rootNo: new Int32Array(size),
    likes: new Uint8Array(size),
    dislikes: new Uint8Array(size),
    replies: new Int32Array(size),
    createdAt: new Float64Array(size),
  }
  const written = plan.publishedAt(article)
  const time = Math.min(plan.now - written, 4 * 86_400_000)
  let [roots, shown] = [0, 0]
  for (let place = 0; place < size; place++) {
    const parent = readable(kept, answered(random, place, size))
    const root = parent < 0 ? place : (kept.root[parent] ?? 0)
    const standing = isOfChain(place, size) ? visible : drawStanding(random)
    kept.parent[place] = parent
    kept.root[place] = root
    kept.depth[place] = parent < 0 ? 0 : (kept.depth[parent] ?? 0) + 1
    kept.standing[place] = standing
    kept.rootNo[place] = parent >= 0 ? (kept.rootNo[root] ?? 0) : standing === held ? 0 : ++roots
    kept.createdAt[place] = Math.floor(written + time * ((place + 1) / (size + 1)) ** 1.5)
    if (standing !== held) kept.likes[place] = fewOrMany(random, 0.6, 40)
    if (standing !== held) kept.dislikes[place] = fewOrMany(random, 0.85, 9)
    if (standing !== visible) continue
    shown++
    if (parent >= 0) kept.replies[root] = (kept.replies[root] ?? 0) + 1
  }
  return {
    ...kept,
    size,
    first,
    article,
    roots,
    comments: shown,
    standingOf: (place: number) => standingOf(kept, place),
  }
}

const standingOf = (kept: { standing: Uint8Array }, place: number) => standings[kept.standing[place] ?? 0] ?? 'visible'

const isOfChain = (place: number, size: number) =>
  size >= chain.from && place % chain.every === 0 && place <= chain.every * chain.length

/** The place of the comment that one answers; -1 for none. Half is drawn to what was said last, half to the first. */
function answered(random: Random, place: number, size: number) {
  if (place === 0) return -1
  if (isOfChain(place, size)) return place - chain.every
  const drawn = random()
  if (drawn < 0.45) return -1
  if (drawn < 0.75) return place - 1 - below(random, Math.min(place, 40))
  return Math.floor(place * random() ** 2)
}

/** Nobody answers what waits for a moderator: the answer goes to what that one answered. */
function readable({ standing, parent }: { standing: Uint8Array; parent: Int32Array }, place: number) {
  return standing[place] === held ? (parent[place] ?? -1) : place
}

function drawStanding(random: Random) {
  const drawn = random()
  return drawn < 0.008 ? hidden : drawn < 0.011 ? held : visible
}
