import { preparePicture } from '@/domain/media/prepare-picture'
import { type DemoArticle, readPicture } from './read-demo'

export type PreparedPicture = Extract<Awaited<ReturnType<typeof preparePicture>>, { ok: true }>['value']

/** The renditions of all pictures, by file; made before the transaction, which need not wait for them. */
export async function preparePictures(articles: DemoArticle[], onStep: () => void) {
  const prepared = new Map<string, PreparedPicture>()
  const waiting = [...articles]
  async function work() {
    for (let article = waiting.shift(); article; article = waiting.shift()) {
      const file = article.picture?.file
      if (file && !prepared.has(file)) prepared.set(file, await prepare(file))
      onStep()
    }
  }
  await Promise.all([work(), work()])
  return prepared
}

async function prepare(file: string) {
  const outcome = await preparePicture(await readPicture(file))
  if (!outcome.ok) throw new Error(`demo/pictures/${file}: ${outcome.refusal}`)
  return outcome.value
}
