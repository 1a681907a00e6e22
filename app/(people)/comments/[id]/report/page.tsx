import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { currentActor } from '@/auth/session'
import { currentVisitor } from '@/auth/visitor'
import { ReportPage } from '@/components/moderation/report-page'
import { findArticleToComment } from '@/db/queries/comment-changes'
import { findPublicComment } from '@/db/queries/comments'
import { listOfferedReasons } from '@/db/queries/reasons'
import { findOwnReport } from '@/db/queries/reports'
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
  const [actor, visitor] = [await currentActor(), await currentVisitor()]
  const own = await findOwnReport(comment.id, { memberId: actor.id, visitorKey: visitor.key })
  // Who has reported it is thanked even where a moderator was very fast, and finds here what became of it.
  if (comment.standing !== 'visible' && !said && !own) notFound()
  return <ReportPage comment={comment} reasons={await listOfferedReasons('reader')} said={said} own={own} />
}

const outcomeOf = (said: unknown) => (said === 'thanks' || said === 'again' ? said : undefined)
