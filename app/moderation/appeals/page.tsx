import type { Metadata } from 'next'
import { z } from 'zod'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { FocusHere } from '@/components/form/focus-here.island'
import { AppealsPage } from '@/components/moderation/appeals-page'
import { appealsDeskPath } from '@/domain/appeal/addresses'
import { readAppeals } from '@/domain/appeal/read-appeals'
import { appealWords } from '@/lib/words/appeal'

const words = appealWords.desk

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false, follow: false } }

const saidBefore = z.enum(['upheld', 'overturned']).optional().catch(undefined)

export default async function ModerationAppeals({ searchParams }: PageProps<'/moderation/appeals'>) {
  const actor = await requireActorWhoMay('appeal.decide', appealsDeskPath)
  const [appeals, query] = await Promise.all([readAppeals(actor), searchParams])
  const done = saidBefore.parse(query.done)
  const said = done && (
    <FocusHere key={String(query.about)}>
      <p>{words.done[done]}</p>
    </FocusHere>
  )
  return (
    <OwnForms>
      <AppealsPage {...{ actor, appeals, said }} />
    </OwnForms>
  )
}
