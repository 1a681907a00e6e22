import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { CasePage } from '@/components/moderation/case-page'
import { SaidNotice } from '@/components/moderation/said-notice'
import { listOfferedReasons } from '@/db/queries/reasons'
import { casePath } from '@/domain/moderation/addresses'
import { claimComment } from '@/domain/moderation/claim-comment'
import { readCase } from '@/domain/moderation/read-case'
import { readLastWord } from '@/domain/moderation/read-last-word'
import { isId } from '@/lib/new-id'
import { moderationWords } from '@/lib/words/moderation'

export const instant = false
export const metadata: Metadata = { title: moderationWords.title, robots: { index: false, follow: false } }

export default async function ModerationCase({ params, searchParams }: PageProps<'/moderation/comments/[id]'>) {
  const { id } = await params
  const actor = await requireActorWhoMay('moderation.see', casePath(id))
  const found = isId(id) ? await readCase(id) : undefined
  if (!found) notFound()
  const [reasons, claimed] = await Promise.all([listOfferedReasons('moderator'), claimComment(actor, id)])
  const last = (await searchParams).about === id ? await readLastWord(id) : undefined
  return (
    <OwnForms>
      <CasePage
        {...{ actor, found, reasons }}
        claim={'by' in claimed ? claimed.by : undefined}
        said={last && <SaidNotice {...{ last, actor }} back={casePath(id)} isCase />}
      />
    </OwnForms>
  )
}
