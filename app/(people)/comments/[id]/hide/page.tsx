import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { HidePage } from '@/components/moderation/hide-page'
import { findDeskComment } from '@/db/queries/desk-comments'
import { listOfferedReasons } from '@/db/queries/reasons'
import { hidePath } from '@/domain/comment/addresses'
import { isId } from '@/lib/new-id'
import { deskWords } from '@/lib/words/desk'

export const instant = false
export const metadata: Metadata = { title: deskWords.inPlace.heading, robots: { index: false, follow: false } }

export default async function HideRoute({ params, searchParams }: PageProps<'/comments/[id]/hide'>) {
  const { id } = await params
  const actor = await requireActorWhoMay('comment.decide', hidePath(id))
  const comment = isId(id) ? await findDeskComment(id) : undefined
  const isDone = (await searchParams).said === 'hidden' && comment?.standing === 'hidden'
  if (!comment || (comment.standing !== 'visible' && !isDone)) notFound()
  return (
    <OwnForms>
      <HidePage {...{ comment, isDone, actor }} reasons={await listOfferedReasons('moderator')} />
    </OwnForms>
  )
}
