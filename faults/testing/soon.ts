import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits until something holds: at the latest when it is asked after so many milliseconds, however long the answer then
 * takes to come.
 */
export async function within<Value>(milliseconds: number, check: () => Promise<Value>): Promise<Value> {
  const until = Date.now() + milliseconds
  for (;;) {
    const isLast = Date.now() >= until
    try {
      return await check()
    } catch (fault) {
      if (isLast) throw fault
    }
    await pause(20)
  }
}
