type LaneOptions = {
  /** How many are at work at once. */
  width: number
  /** How many more may wait. */
  queue: number
  /** Milliseconds that one of them waits. */
  patience: number
}

/**
 * Lets so many work at once and so many wait, the first first. Who finds the queue full, or waits too long, gets
 * `busy`: an answer at once is better than a pile of requests that nobody waits for any more.
 */
export function createLane({ width, queue, patience }: LaneOptions) {
  const waiting: (() => void)[] = []
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
    if (next) next()
    else working -= 1
  }

  return {
    load: () => ({ working, waiting: waiting.length }),
    async run<Value>(work: () => Promise<Value>): Promise<Value | 'busy'> {
      if (working < width) working += 1
      else if (waiting.length >= queue || !(await wait())) return 'busy'
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}

export type Lane = ReturnType<typeof createLane>
