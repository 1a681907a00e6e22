import type { Paper } from './paper'
import type { Chapter } from './report'
import { type Site, startSite } from './site'

/** How much is measured: bursts of so many seconds in so many rounds, and so on. */
export type Length = {
  rounds: number
  seconds: number
  renderings: number
  articles: number
  missing: number
  postingSeconds: number
  minutes: number
}

/** What every part of the benchmarks gets. */
export type Run = { folder: string; paper: Paper; length: Length; say: (detail: string) => void }

export type Part = { name: string; title: string; measure: (run: Run) => Promise<Chapter> }

/** Each measurement has a site that has nothing in its memory yet. */
export async function withSite<Result>(work: (site: Site) => Promise<Result>, nodeOptions: readonly string[] = []) {
  const site = await startSite(nodeOptions)
  try {
    return await work(site)
  } catch (cause) {
    throw site.hasEnded() ? new Error(`the site ended by itself:\n${site.said()}`, { cause }) : cause
  } finally {
    await site.stop()
  }
}
