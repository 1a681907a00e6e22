import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { findArticleToChange } from '@/db/queries/article-changes'
import {
  findPicture,
  findPictureByHash,
  insertPicture,
  listArticlesWithPicture,
  updatePictureWords,
} from '@/db/queries/media'
import { type Actor, may } from '../actor'
import { articleTags } from '../article/article-tags'
import { done, refuse } from '../outcome'
import { preparePicture } from './prepare-picture'

/** What stands beside a picture wherever it is shown. */
type Words = { alt: string; credit: string }

/**
 * Takes a picture in and answers with its id. One that is here already is not stored again; it gets the words that
 * were given now.
 */
export async function takeInPicture(actor: Actor, bytes: Buffer, words: Words) {
  if (!may(actor, 'article.write')) return refuse('not-allowed')
  if (words.alt === '') return refuse('no-alt')
  if (words.credit === '') return refuse('no-credit')
  const prepared = await preparePicture(bytes)
  if (!prepared.ok) return prepared

  const { renditions, ...picture } = prepared.value
  return transact(async (tx) => {
    const made = await insertPicture({ ...picture, ...words }, renditions, tx)
    if (made) return done({ id: made.id })
    const twin = await findPictureByHash(picture.hash, tx)
    if (!twin) throw new Error('a picture went while it was taken in')
    await reword(twin, words, tx)
    return done({ id: twin.id })
  })
}

/** Changes what is said of a picture, wherever it is shown. */
export async function rewordPicture(actor: Actor, id: string, words: Words) {
  if (!may(actor, 'article.write')) return refuse('not-allowed')
  if (words.alt === '') return refuse('no-alt')
  if (words.credit === '') return refuse('no-credit')
  return transact(async (tx) => {
    const picture = await findPicture(id, tx)
    if (!picture) return refuse('no-such-picture')
    await reword(picture, words, tx)
    return done({ id })
  })
}

async function reword(picture: Words & { id: string }, words: Words, tx: Tx) {
  if (picture.alt === words.alt && picture.credit === words.credit) return
  await updatePictureWords(picture.id, words, tx)
  const named = [tags.picture(picture.id)]
  for (const articleId of await listArticlesWithPicture(picture.id, tx)) {
    const article = await findArticleToChange(articleId, tx)
    if (article) named.push(...(await articleTags(article, tx)))
  }
  await invalidate(tx, named, 'now')
}
