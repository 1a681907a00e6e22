import { newId } from '@/lib/new-id'
import { db, type Tx } from '../client'
import { invalidate, tags, transact } from '../invalidate'
import { takeSlug } from '../queries/article-slugs'
import { insertDemoArticle } from './demo-article'
import { insertFurniture } from './demo-furniture'
import { type PreparedPicture, preparePictures } from './demo-pictures'
import { countDemonstrationRows } from './demo-rows'
import { type DemoPaper, readDemonstrationPaper } from './read-demo'

/**
 * Prints the demonstration paper of demo/, its times counted back from `now`. All of it or nothing: what was
 * interrupted is begun again by the next start. Where it is printed already, nothing happens.
 */
export async function fillWithDemonstrationPaper(onProgress: (done: number, of: number) => void, now = new Date()) {
  if ((await countDemonstrationRows(db)).articles > 0) return
  const paper = await readDemonstrationPaper()
  let done = 0
  const step = () => onProgress(++done, paper.articles.length * 2)
  const pictures = await preparePictures(paper.articles, step)
  await transact((tx) => print(paper, pictures, now, step, tx))
}

async function print(paper: DemoPaper, pictures: Map<string, PreparedPicture>, now: Date, step: () => void, tx: Tx) {
  const furniture = await insertFurniture(paper, tx)
  const named: string[] = [tags.front, tags.wire, tags.sections]
  for (const [place, article] of paper.articles.entries()) {
    const id = newId()
    const printed = { ...article, id, slug: await takeSlug(article.slug, id, tx) }
    named.push(...(await insertDemoArticle(printed, { furniture, pictures, place, now }, tx)))
    step()
  }
  await invalidate(tx, named, 'now')
}
