import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { SetAsidePage } from '@/components/moderation/set-aside-page'
import { listSetAside } from '@/db/queries/desk-reactions'
import { reactionsDeskPath } from '@/domain/moderation/addresses'
import { reactionWords } from '@/lib/words/reaction'

export const instant = false
export const metadata: Metadata = { title: reactionWords.desk.title, robots: { index: false, follow: false } }

export default async function ModerationReactions() {
  const actor = await requireActorWhoMay('moderation.see', reactionsDeskPath)
  return (
    <OwnForms>
      <SetAsidePage actor={actor} found={await listSetAside(100)} />
    </OwnForms>
  )
}
