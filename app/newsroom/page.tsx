import type { Metadata } from 'next'
import { z } from 'zod'
import { requireActorWhoMay } from '@/auth/session'
import { ArticleLists } from '@/components/newsroom/article-lists'
import { countDeskArticles, deskLists, listDeskArticles } from '@/db/queries/desk-articles'
import { listPath } from '@/domain/article/desk-addresses'
import { newsroomWords } from '@/lib/words/newsroom'

export const instant = false
export const metadata: Metadata = { title: newsroomWords.title, robots: { index: false, follow: false } }

const perPage = 50

const question = z.object({
  list: z.enum(deskLists).catch('drafts'),
  q: z
    .string()
    .transform((text) => text.toWellFormed().replaceAll('\0', '').trim().slice(0, 100))
    .catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export default async function Newsroom({ searchParams }: PageProps<'/newsroom'>) {
  const { list, q: search, page: asked } = question.parse(await searchParams)
  const actor = await requireActorWhoMay('newsroom.see', listPath({ list, search, page: asked }))
  const now = new Date()
  const counts = await countDeskArticles(search, now)
  const pages = Math.max(1, Math.ceil(counts[list] / perPage))
  const page = Math.min(asked, pages)
  const articles = await listDeskArticles(list, search, { limit: perPage, offset: (page - 1) * perPage }, now)
  return <ArticleLists {...{ actor, list, search, articles, counts, page, pages }} />
}
