import { isMigrated } from '@/db/migrate'
import { env } from '@/lib/env'
import { freeSpace } from '@/lib/free-space'
import type { Queue } from './queue'

/** Less, and letters, secrets or the embedded database could not be written for much longer. */
const leastSpace = 256 * 2 ** 20

/** What must hold, besides a database that answers, for this node to take readers. Each may reject, or never answer. */
export function createChecks(queue: Queue) {
  const { dataFolder } = env()
  return {
    migrations: oneAtATime(() => isMigrated()),
    queue: async () => queue.isRunning(),
    disk: oneAtATime(async () => (await freeSpace(dataFolder)) >= leastSpace),
  }
}

/** Who asks while an answer is awaited waits for the same one: a database that hangs is not asked over and over. */
function oneAtATime<Value>(ask: () => Promise<Value>) {
  let asked: Promise<Value> | undefined
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined
    })
    return asked
  }
}
