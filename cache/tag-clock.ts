/** The moment of an entry or an invalidation: milliseconds since the epoch with fractions, never twice the same. */
export type Moment = number

export type TagClock = {
  /** A moment later than every one given before. Comparable with the `timestamp` of Next's `use cache` entries. */
  now(): Moment
  /** From now on everything that carries one of the tags and was begun before is out of date. */
  invalidate(tags: readonly string[]): void
  /** As `invalidate`, and nothing begun before may be shown again even while nothing newer can be drawn. */
  conceal(tags: readonly string[]): void
  /** From now on everything that was begun before is out of date, whatever its tags. */
  invalidateAll(): void
  /** As `invalidateAll`, for when anything may have been hidden: nothing begun before may be shown again. */
  concealAll(): void
  /** Notes that what is being drawn with one of these tags may have taken in a reading begun at that moment. */
  taint(tags: readonly string[], begun: Moment): void
  /** Has somebody told of each invalidation, before what is done because of it. */
  onInvalidation(told: (change: Change) => void): void
  /** What was invalidated and concealed, and when: for a clock that goes on from there. */
  memory(): ClockMemory
  /** Takes over what an earlier clock remembered, or was told of. Asked before anything else. */
  recall(memory: ClockMemory): void
  replay(change: Change): void
  /** When anything at all was last invalidated. */
  lastInvalidation(): Moment
  /** When anything was last invalidated or tainted: what was good then and has not been named since is good. */
  lastChange(): Moment
  /** Whether something begun at that moment must not be stored or served any more. */
  isOutdated(tags: readonly string[], begun: Moment): boolean
  /** As `isOutdated`, leaving taints aside. */
  wasInvalidated(tags: readonly string[], begun: Moment): boolean
  /** Whether something begun at that moment may show what must not be seen any more. */
  wasConcealed(tags: readonly string[], begun: Moment): boolean
  /**
   * Whether an answer begun at `begun` may be older than an invalidation that came before `asked`: then it is not for
   * a request of that moment. What was invalidated only since then does not matter to it.
   */
  isTooOldFor(asked: Moment, tags: readonly string[], begun: Moment): boolean
}

/** Something that was invalidated; everything, where no tags are named. */
export type Change = { at: Moment; tags?: readonly string[] | undefined; conceals: boolean }

type KeptMoments = { floor: Moment; moments: (readonly [tag: string, at: Moment])[] }
export type ClockMemory = { invalidated: KeptMoments; concealed: KeptMoments }

type Taint = { at: Moment; tags: readonly string[]; begun: Moment }

/** Longer than anything is being drawn, in milliseconds. */
const taintLasts = 60_000
const mostTaints = 2000

/**
 * Remembers when each tag was last invalidated. It is bounded: beyond `mostTags` it forgets the oldest half
 * and takes everything begun before the last forgotten moment for out of date.
 */
export function createTagClock(mostTags = 50_000, monotonic = () => performance.timeOrigin + performance.now()) {
  const invalidated = memory(mostTags)
  const concealed = memory(mostTags)
  const tainted = taintMemory()
  let last: Moment = 0
  let lastInvalidation: Moment = 0
  let lastChange: Moment = 0

  const now = () => {
    last = Math.max(monotonic(), last + 0.001)
    return last
  }
  const wasInvalidated = (tags: readonly string[], begun: Moment) => invalidated.latest(tags) >= begun
  const listeners: ((change: Change) => void)[] = []

  function note({ at, tags, conceals }: Change) {
    lastInvalidation = lastChange = last = Math.max(last, at)
    for (const kept of conceals ? [invalidated, concealed] : [invalidated]) {
      if (tags) kept.note(tags, at)
      else kept.forgetAll(at)
    }
  }

  function change(tags: readonly string[] | undefined, conceals: boolean) {
    const made = { at: now(), tags, conceals }
    note(made)
    for (const told of listeners) told(made)
  }

  return {
    now,
    invalidate: (tags) => change(tags, false),
    conceal: (tags) => change(tags, true),
    invalidateAll: () => change(undefined, false),
    concealAll: () => change(undefined, true),
    memory: () => ({ invalidated: invalidated.kept(), concealed: concealed.kept() }),
    recall(memory) {
      last = Math.max(last, invalidated.recall(memory.invalidated), concealed.recall(memory.concealed))
      lastInvalidation = lastChange = last
    },
    replay: note,
    taint(tags, begun) {
      lastChange = now()
      tainted.note({ at: lastChange, tags, begun })
    },
    onInvalidation: (told) => void listeners.push(told),
    lastInvalidation: () => lastInvalidation,
    lastChange: () => lastChange,
    wasInvalidated,
    wasConcealed: (tags, begun) => concealed.latest(tags) >= begun,
    isOutdated: (tags, begun) => wasInvalidated(tags, begun) || tainted.holds(tags, begun, Number.POSITIVE_INFINITY),
    isTooOldFor: (asked, tags, begun) =>
      (begun < asked && wasInvalidated(tags, begun)) || tainted.holds(tags, begun, asked),
  } satisfies TagClock
}

function memory(mostTags: number) {
  const moments = new Map<string, Moment>()
  let floor: Moment = Number.NEGATIVE_INFINITY

  function note(tags: readonly string[], at: Moment) {
    for (const tag of tags) {
      moments.delete(tag)
      moments.set(tag, at)
    }
    if (moments.size > mostTags) forgetOldestHalf()
  }

  function forgetOldestHalf() {
    let surplus = moments.size - Math.floor(mostTags / 2)
    for (const [tag, at] of moments) {
      if (surplus-- <= 0) return
      floor = at
      moments.delete(tag)
    }
  }

  function forgetAll(at: Moment) {
    floor = at
    moments.clear()
  }

  const latest = (tags: readonly string[]) =>
    tags.reduce((most, tag) => Math.max(most, moments.get(tag) ?? floor), floor)

  const kept = (): KeptMoments => ({ floor, moments: [...moments] })

  /** Answers the latest moment of all. */
  function recall(earlier: KeptMoments) {
    floor = Math.max(floor, earlier.floor)
    for (const [tag, at] of earlier.moments) note([tag], at)
    return earlier.moments.reduce((most, [, at]) => Math.max(most, at), floor)
  }

  return { note, forgetAll, latest, kept, recall }
}

/** The taints of the last minute. Where there are too many, what was begun before a forgotten one counts as tainted. */
function taintMemory() {
  const taints: Taint[] = []
  let floor: Moment = Number.NEGATIVE_INFINITY

  function note(taint: Taint) {
    taints.push(taint)
    const old = taints.findIndex(({ at }) => at > taint.at - taintLasts)
    taints.splice(0, old)
    if (taints.length <= mostTaints) return
    for (const { at } of taints.splice(0, mostTaints / 2)) floor = at
  }

  /** Whether something drawn since `begun` may hold a reading begun before `limit`. */
  const holds = (tags: readonly string[], begun: Moment, limit: Moment) =>
    floor >= begun ||
    taints.some((taint) => taint.at >= begun && taint.begun < limit && taint.tags.some((tag) => tags.includes(tag)))

  return { note, holds }
}
