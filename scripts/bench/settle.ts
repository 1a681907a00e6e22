import { setTimeout as pause } from 'node:timers/promises'
import { acceptEncoding, ask, requirePage } from './answer'
import { connections } from './compare'
import { putUnderLoad } from './load'

const [warmSeconds, lookEvery, quietLooks, mostLooks] = [2, 1000, 10, 60]

/**
 * The page as it stays. One that is asked for often may be compressed better a while after it was first answered, so it
 * is put under load, and then waited for until it is the same for some time.
 */
export async function settle(folder: string, url: string) {
  await ask(url)
  await putUnderLoad(folder, { url, headers: { 'Accept-Encoding': acceptEncoding }, seconds: warmSeconds, connections })
  let page = requirePage(await ask(url), url)
  for (let [looks, same] = [0, 0]; same < quietLooks; looks++) {
    if (looks > mostLooks) throw new Error(`${url} is another one again and again`)
    await pause(lookEvery)
    const next = requirePage(await ask(url), url)
    same = next.body.equals(page.body) ? same + 1 : 0
    page = next
  }
  return page
}

const [idleEvery, busyMilliseconds] = [500, 50]

/** Waits until a program that was under load computes no more, for half a minute at most. */
export async function untilIdle({ processorTime }: { processorTime(): number | undefined }) {
  for (let [looks, before] = [0, processorTime()]; looks < mostLooks; looks++) {
    await pause(idleEvery)
    const now = processorTime()
    if (before === undefined || now === undefined || now - before < busyMilliseconds) return
    before = now
  }
}
