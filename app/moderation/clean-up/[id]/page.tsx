import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { CleanedPage } from '@/components/moderation/cleaned-page'
import { oneCleanUpPath } from '@/domain/moderation/clean-up-addresses'
import { readCleanUp } from '@/domain/moderation/read-clean-up'
import { isId } from '@/lib/new-id'
import { cleanUpWords } from '@/lib/words/clean-up'

export const instant = false
export const metadata: Metadata = { title: cleanUpWords.done.title, robots: { index: false, follow: false } }

export default async function ModerationCleanedUp({ params }: PageProps<'/moderation/clean-up/[id]'>) {
  const { id } = await params
  const actor = await requireActorWhoMay('moderation.see', oneCleanUpPath(id))
  const found = isId(id) ? await readCleanUp(id) : undefined
  if (!found) notFound()
  return (
    <OwnForms>
      <CleanedPage actor={actor} found={found} />
    </OwnForms>
  )
}
