import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { ArticleConversationPage } from '@/components/moderation/article-conversation-page'
import { findConversation, listConversationDecisions } from '@/db/queries/conversation-changes'
import { conversationPath } from '@/domain/moderation/addresses'
import { seenOf, setFor } from '@/domain/moderation/change-conversation'
import { conversationWords } from '@/lib/words/conversation'

export const instant = false
export const metadata: Metadata = { title: conversationWords.article, robots: { index: false, follow: false } }

export default async function ArticleConversation({ params, searchParams }: PageProps<'/moderation/articles/[slug]'>) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const actor = await requireActorWhoMay('comment.decide', conversationPath(slug))
  const found = await findConversation({ slug }, new Date())
  if (!found) notFound()
  return (
    <OwnForms>
      <ArticleConversationPage
        {...{ actor, found }}
        set={setFor(found)}
        seen={seenOf(found)}
        decisions={await listConversationDecisions(found.id)}
        at={typeof query.at === 'string' ? query.at : ''}
      />
    </OwnForms>
  )
}
