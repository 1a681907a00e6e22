import type { Metadata } from 'next'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { z } from 'zod'
import { currentActor } from '@/auth/session'
import { currentVisitor } from '@/auth/visitor'
import { Discussion } from '@/components/comment/discussion'
import { findArticle, findWhyMissing } from '@/db/queries/articles'
import { articlePath, discussionPath } from '@/domain/comment/addresses'
import { readDiscussion } from '@/domain/comment/read-discussion'
import { noindexMetadata } from '@/domain/wire/metadata'
import { commentWords } from '@/lib/words/comment'

export const instant = false

type Props = PageProps<'/articles/[slug]/discussion'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return noindexMetadata(commentWords.join, articlePath((await params).slug))
}

const one = z.string().max(200).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)
const query = z.object({
  at: id,
  reply: id,
  edit: id,
  draft: one,
  said: one,
  page: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
})

export default async function DiscussionRoute({ params, searchParams }: Props) {
  await connection()
  const { slug } = await params
  const asked = query.parse(await searchParams)
  const article = await findArticle(slug)
  if (!article) {
    const missing = await findWhyMissing(slug)
    if (missing.why === 'moved') permanentRedirect(discussionPath(missing.slug))
    if (missing.why === 'withdrawn') redirect(articlePath(slug))
    notFound()
  }
  const [actor, visitor] = [await currentActor(), await currentVisitor()]
  return (
    <Discussion
      article={article}
      actor={actor}
      asked={asked}
      found={await readDiscussion(article, actor, visitor, asked)}
    />
  )
}
