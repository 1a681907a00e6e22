import { setTimeout as pause } from 'node:timers/promises'
import { randomFor } from '@/db/generate/random'
import { invalidate, tags, transact } from '@/db/invalidate'
import { ask, textOf } from './answer'
import type { Site } from './site'
import { median } from './statistics'
import { zipfPlaces } from './zipf'

/** How often the page cache knew an answer and how often it did not, as `/metrics` tells; nothing where it does not. */
export async function readCacheCounts(site: Site) {
  const answer = await ask(`${site.url}/metrics`)
  return answer.status === 200 ? countsIn(textOf(answer)) : undefined
}

/** Out of Prometheus' text format: answers of the page cache by where they came from, of which memory is `hits`. */
export function countsIn(metrics: string) {
  const answers = [...metrics.matchAll(/^courant_page_answers\{store="pages",from="(\w+)"\} (\d+)$/gm)]
  const sum = (isMeant: (from: string) => boolean) =>
    answers.reduce((total, [, from = '', times]) => total + (isMeant(from) ? Number(times) : 0), 0)
  if (answers.length === 0) return
  return { hits: sum((from) => from === 'hits'), misses: sum((from) => from !== 'hits') }
}

/**
 * The share of readers who get an address from memory, where the site does not tell: some are asked for one by one, as
 * often as readers do, and those count that come closer to the time of a page just seen than to that of one never seen.
 */
export async function probeHitRate(site: Site, paths: readonly string[], times: number) {
  const timed = async (path: string) => (await ask(site.url + path)).ms
  const [last = '/'] = paths.slice(-1)
  const seen = median(await inTurn(Array.from({ length: 15 }, () => () => timed(last))))
  const forgotten = paths.slice(-30, -1)
  await forget(forgotten)
  const unseen = median(await inTurn(forgotten.map((path) => () => timed(path))))
  const [draw, random] = [zipfPlaces(paths.length), randomFor(3, 1)]
  const taken = await inTurn(Array.from({ length: times }, () => () => timed(paths[draw(random)] ?? '/')))
  const border = Math.sqrt(seen * unseen)
  return taken.filter((ms) => ms < border).length / times
}

async function forget(paths: readonly string[]) {
  const named = paths.map((path) => tags.slug(path.slice(path.lastIndexOf('/') + 1)))
  await transact((tx) => invalidate(tx, named, 'now'))
  await pause(200)
}

async function inTurn(questions: readonly (() => Promise<number>)[]) {
  const answers: number[] = []
  for (const ask of questions) answers.push(await ask())
  return answers
}
