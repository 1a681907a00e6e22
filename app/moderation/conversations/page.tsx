import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { ConversationsPage } from '@/components/moderation/conversations-page'
import { findSetting, listSettingDecisions } from '@/db/queries/conversation-changes'
import { listDecidedDomains } from '@/db/queries/link-domains'
import { may } from '@/domain/actor'
import { conversationsPath } from '@/domain/moderation/addresses'
import { seenSettings } from '@/domain/moderation/change-settings'
import { conversationKey, readSettings } from '@/domain/screening/settings'
import { conversationWords } from '@/lib/words/conversation'

export const instant = false
export const metadata: Metadata = { title: conversationWords.title, robots: { index: false, follow: false } }

export default async function Conversations({ searchParams }: PageProps<'/moderation/conversations'>) {
  const actor = await requireActorWhoMay('moderation.see', conversationsPath)
  const [stored, domains, decisions, query] = await Promise.all([
    findSetting(conversationKey),
    listDecidedDomains(),
    listSettingDecisions(),
    searchParams,
  ])
  const settings = readSettings(stored)
  return (
    <OwnForms>
      <ConversationsPage
        {...{ actor, settings, domains, decisions }}
        mayChange={may(actor, 'site.change')}
        mayDecide={may(actor, 'comment.decide')}
        seen={seenSettings(settings)}
        at={typeof query.at === 'string' ? query.at : ''}
      />
    </OwnForms>
  )
}
