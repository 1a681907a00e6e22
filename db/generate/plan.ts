import { between, randomFor } from './random'

/** What somebody asks for: so many articles, comments spread over them, and comments under the latest one. */
export type ArchiveWish = { articles: number; comments: number; thread: number; seed: number }

export type Plan = ReturnType<typeof planArchive>

/** What random numbers are drawn for. */
export const purpose = { article: 2, text: 3, comments: 4, remark: 5, reactions: 6, people: 7 } as const

const hour = 3_600_000
const span = 8 * 365 * 24 * hour
const topics = 60
const authors = 40
const keys = {
  member: 1,
  author: 2,
  topic: 3,
  section: 4,
  article: 5,
  version: 6,
  comment: 7,
  reaction: 8,
  decision: 9,
}

/** Everything about an archive that follows from what was asked: who, when, how much, under which keys. */
export function planArchive(wish: ArchiveWish, now: Date) {
  const { articles, comments, thread, seed } = wish
  const since = now.getTime() - span - 24 * hour
  const members = Math.min(20_000, Math.max(50, Math.round((comments + thread) / 20)))
  const keyAt = (time: number, kind: keyof typeof keys, no: number) => keyOf(time, keys[kind], seed, no)

  /** Newest first, and the newer the denser. */
  const publishedAt = (no: number) => Math.floor(now.getTime() - 6 * hour - span * (no / articles) ** 1.6)

  return {
    ...wish,
    now: now.getTime(),
    since,
    members,
    topics,
    authors,
    publishedAt,
    keyAt,
    articleId: (no: number) => keyAt(publishedAt(no), 'article', no),
    versionId: (no: number) => keyAt(publishedAt(no), 'version', no),
    memberId: (no: number) => keyAt(since, 'member', no % members),
    /** How many comments stand under each article, in order: their sum is what was asked for. */
    conversations: () => conversationSizes(articles, comments, thread),
    words: (no: number) => between(randomFor(seed, purpose.text, no), 150, 600),
  }
}

/** The article with the thread gets nothing else, unless it is the only one. The rest goes by Zipf, in shuffled order. */
function* conversationSizes(articles: number, comments: number, thread: number) {
  const others = thread > 0 && articles > 1 ? articles - 1 : articles
  const step = coprime(others)
  const weight = (place: number) => 1 / (((place * step) % others) + 1) ** 0.8
  let whole = 0
  for (let place = 0; place < others; place++) whole += weight(place)
  if (others < articles) yield thread
  let [reached, given] = [0, 0]
  for (let place = 0; place < others; place++) {
    reached += weight(place)
    const until = place === others - 1 ? comments : Math.round((reached / whole) * comments)
    yield until - given + (others === articles && place === 0 ? thread : 0)
    given = until
  }
}

function coprime(of: number) {
  let step = Math.floor(of * 0.618) | 1
  while (gcd(step, of) !== 1) step += 2
  return step
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** A UUIDv7 whose random part is told by what it is the key of, so that the same seed makes the same keys. */
function keyOf(time: number, kind: number, seed: number, no: number) {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const at = hex(time, 12)
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(kind, 3)}-8${hex(seed & 0xfff, 3)}-${hex(no, 12)}`
}
