type LaneOptions = {
  /** How many are at work at once. */
  width: number
  /** How many more may wait. */
  queue: number
  /** Milliseconds that one of them waits. */
  patience: number
  /** Whose work goes first: what begins here waits until nobody works there, for so many milliseconds at most. */
  after?: { lane: Pick<Lane, 'idle'>; most: number }
}

/**
 * Lets so many work at once and so many wait, the first first. Who finds the queue full, or waits too long, gets
 * `busy`: an answer at once is better than a pile of requests that nobody waits for any more.
 */
export function createLane({ width, queue, patience, after }: LaneOptions) {
  const waiting: (() => void)[] = []
  const watching = new Set<() => void>()
  let working = 0

  /** True when a place was handed over, false when the patience is at its end. */
  async function wait() {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const admit = () => resolve(true)
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(admit), 1)
      resolve(false)
    }, patience)
    waiting.push(admit)
    return promise.finally(() => clearTimeout(timer))
  }

  function leave() {
    const next = waiting.shift()
    if (next) return next()
    working -= 1
    if (working === 0) for (const tell of watching) tell()
  }

  return {
    load: () => ({ working, waiting: waiting.length }),
    /** Settled when nobody is at work, or after so many milliseconds. */
    async idle(most: number) {
      if (working === 0) return
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, most)
      watching.add(resolve)
      await promise
      clearTimeout(timer)
      watching.delete(resolve)
    },
    async run<Value>(work: () => Promise<Value>): Promise<Value | 'busy'> {
      if (working < width) working += 1
      else if (waiting.length >= queue || !(await wait())) return 'busy'
      try {
        if (after) await after.lane.idle(after.most)
        return await work()
      } finally {
        leave()
      }
    },
  }
}

export type Lane = ReturnType<typeof createLane>
