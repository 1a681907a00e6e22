import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { ReportPage } from '@/components/moderation/report-page'
import { findArticleToComment } from '@/db/queries/comment-changes'
import { findPublicComment } from '@/db/queries/comments'
import { listOfferedReasons } from '@/db/queries/reasons'
import { isId } from '@/lib/new-id'
import { commentWords } from '@/lib/words/comment'

export const instant = false
export const metadata: Metadata = { title: commentWords.reportHeading, robots: { index: false } }

export default async function ReportRoute({ params, searchParams }: PageProps<'/comments/[id]/report'>) {
  await connection()
  const { id } = await params
  const said = outcomeOf((await searchParams).said)
  const comment = isId(id) ? await findPublicComment(id) : undefined
  const article = comment && (await findArticleToComment(comment.articleId, new Date()))
  if (!comment || !article) notFound()
  // Who has reported it is thanked even where a moderator was very fast.
  if (comment.standing !== 'visible' && !said) notFound()
  return <ReportPage comment={comment} reasons={await listOfferedReasons('reader')} said={said} />
}

const outcomeOf = (said: unknown) => (said === 'thanks' || said === 'again' ? said : undefined)
