import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { article } from '@/db/schema'
import { anArticle, aSection, now } from '@/domain/wire/testing/an-article'
import { type ArticleFilter, listArticles } from './articles'

beforeEach(async () => {
  await db.delete(article)
})

test('the pages of a list are the list in pieces, and only what is out is in it', async () => {
  const sport = await aSection()
  for (const n of [1, 2, 3, 4, 5]) {
    const place = n % 2 === 0 ? { sectionId: sport.id } : {}
    await anArticle({ headline: `Number ${n}`, publishedAt: new Date(`2026-02-0${Math.min(n, 4)}`), ...place })
  }
  await anArticle({ headline: 'Tomorrow', publishedAt: new Date('2026-04-01') })
  await anArticle({ headline: 'Draft', state: 'draft' })

  const pages = async (filter: ArticleFilter) => {
    const list = (offset: number, limit: number) => listArticles(filter, { offset, limit }, now)
    return { whole: await list(0, 100), pieces: [...(await list(0, 2)), ...(await list(2, 2)), ...(await list(4, 2))] }
  }
  const all = await pages({ of: 'all' })
  expect(all.pieces).toEqual(all.whole)
  expect(all.whole.map(({ headline }) => headline).slice(2)).toEqual(['Number 3', 'Number 2', 'Number 1'])
  const ofSport = await pages({ of: 'section', id: sport.id })
  expect(ofSport.pieces).toEqual(ofSport.whole)
  expect(ofSport.whole.map(({ headline }) => headline)).toEqual(['Number 4', 'Number 2'])
  expect(await listArticles({ of: 'all' }, { offset: 5, limit: 2 }, now)).toEqual([])
})
