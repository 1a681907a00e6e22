import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { CleanUpPage } from '@/components/moderation/clean-up-page'
import { listOfferedReasons } from '@/db/queries/reasons'
import { cleanUpPath } from '@/domain/moderation/clean-up-addresses'
import { cleanUpQuestion } from '@/domain/moderation/clean-up-question'
import { readSwath } from '@/domain/moderation/read-clean-up'
import { env } from '@/lib/env'
import { cleanUpWords } from '@/lib/words/clean-up'
import { wallTime } from '@/lib/zoned-time'

export const instant = false
export const metadata: Metadata = { title: cleanUpWords.title, robots: { index: false, follow: false } }

export default async function ModerationCleanUp({ searchParams }: PageProps<'/moderation/clean-up'>) {
  const query = await searchParams
  const { timeZone } = env()
  const question = cleanUpQuestion(query, new Date(), timeZone)
  const actor = await requireActorWhoMay('moderation.see', cleanUpPath(question))
  const [found, reasons] = await Promise.all([readSwath(question, actor.id), listOfferedReasons('moderator')])
  const typed = {
    since: wallTime(question.since, timeZone),
    until: query.until ? wallTime(question.until, timeZone) : '',
  }
  return (
    <OwnForms>
      <CleanUpPage {...{ actor, question, typed, found, reasons }} />
    </OwnForms>
  )
}
