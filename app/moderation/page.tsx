import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { ActNotice } from '@/components/moderation/act-notice'
import { QueuePage } from '@/components/moderation/queue-page'
import { SaidNotice } from '@/components/moderation/said-notice'
import { listReasons } from '@/db/queries/reasons'
import { listSections } from '@/db/queries/sections'
import { queuePath } from '@/domain/moderation/addresses'
import { queueQuestion } from '@/domain/moderation/queue-question'
import { readAct } from '@/domain/moderation/read-act'
import { readLastWord } from '@/domain/moderation/read-last-word'
import { readQueue } from '@/domain/moderation/read-queue'
import { isId } from '@/lib/new-id'
import { moderationWords } from '@/lib/words/moderation'

export const instant = false
export const metadata: Metadata = { title: moderationWords.title, robots: { index: false, follow: false } }

export default async function ModerationQueue({ searchParams }: PageProps<'/moderation'>) {
  const query = await searchParams
  const question = queueQuestion(query)
  const actor = await requireActorWhoMay('moderation.see', queuePath(question))
  const about = typeof query.about === 'string' && isId(query.about) ? query.about : undefined
  const saidBefore = typeof query.next === 'string' ? query.next : undefined
  const [queue, sections, reasons, last, act] = await Promise.all([
    readQueue(question),
    listSections(),
    listReasons(),
    about ? readLastWord(about) : undefined,
    readAct(query),
  ])
  const back = queuePath(queue.question)
  const said = act ? (
    <ActNotice {...{ act, actor, back }} />
  ) : (
    last && <SaidNotice {...{ last, actor, back }} next={saidBefore} />
  )
  return (
    <OwnForms>
      <QueuePage
        {...{ actor, queue, sections, reasons, said, saidBefore }}
        saidKey={act?.id ?? last?.decision?.id}
        now={new Date()}
      />
    </OwnForms>
  )
}
