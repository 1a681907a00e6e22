import { setTimeout as pause } from 'node:timers/promises'
import { lastLine } from './cluster'
import type { Home } from './home'
import { hasCrashed, startAgain } from './postmaster'

const lookEvery = 1000

/**
 * Looks every second whether Postgres lives, and starts it again where it was killed, as a system does that runs out of
 * memory. What happens is told in sentences. `close` waits for a start under way.
 */
export function watchPostmaster(home: Home, binaries: string, tell: (what: string) => void) {
  const stop = new AbortController()

  async function watch() {
    while (await pause(lookEvery, true, { signal: stop.signal, ref: false }).catch(() => false)) {
      if (!hasCrashed(home)) continue
      tell('Postgres ended without being told to: it is started again.')
      const problem = await startAgain(home, binaries)
      if (problem) tell(`Postgres could not be started again, and will be tried once more: ${lastLine(problem)}`)
      else tell('Postgres runs again.')
    }
  }
  const watching = watch()

  return {
    async close() {
      stop.abort()
      await watching
    },
  }
}
