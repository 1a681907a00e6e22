import type { ReactNode } from 'react'
import type { Reason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { queuePath } from '@/domain/moderation/addresses'
import type { QueueQuestion } from '@/domain/moderation/queue-question'
import type { Queue } from '@/domain/moderation/read-queue'
import { moderationWords as words } from '@/lib/words/moderation'
import { Paging } from '../page/paging'
import { DeskHeader } from './desk-header'
import { QueueFilterForm } from './queue-filter-form'
import { QueueItem } from './queue-item'

type Props = {
  actor: MemberActor
  question: QueueQuestion
  queue: Queue
  sections: { slug: string; name: string }[]
  reasons: Reason[]
  now: Date
  /** What was just done, and the comment before which it is said. */
  said: ReactNode
  saidBefore: string | undefined
}

/** The moderators' queue: two tabs, what waits in them, and the buttons to work it off. */
export function QueuePage({ actor, question, queue, sections, reasons, now, said, saidBefore }: Props) {
  const { entries, counts, page, pages } = queue
  const back = queuePath({ ...question, page })
  const offered = reasons.filter(({ retiredAt }) => !retiredAt)
  const saidAt = entries.findIndex(({ comment }) => comment.id === saidBefore)
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="queue" />
      <h1>{words.queue}</h1>
      <Tabs tab={question.tab} counts={counts} />
      <QueueFilterForm question={question} sections={sections} reasons={reasons} />
      {saidAt === -1 && said}
      {entries.length === 0 && (
        <p className="empty">
          {question.section || question.article || question.why ? words.emptyFiltered : words.empty[question.tab]}
        </p>
      )}
      <ol className="queue">
        {entries.map((entry, place) => (
          <li key={entry.comment.id}>
            {place === saidAt && said}
            <QueueItem
              {...{ entry, actor, back, now }}
              tab={question.tab}
              reasons={offered}
              next={(entries[place + 1] ?? entries[place - 1])?.comment.id}
            />
          </li>
        ))}
      </ol>
      <Paging page={page} pages={pages} pathOf={(n) => queuePath({ ...question, page: n })} />
    </main>
  )
}

function Tabs({ tab, counts }: { tab: QueueQuestion['tab']; counts: Queue['counts'] }) {
  return (
    <nav aria-label={words.tabsLabel} className="tabs">
      <ul>
        {(['held', 'reported'] as const).map((one) => (
          <li key={one}>
            <a href={queuePath({ tab: one })} aria-current={one === tab ? 'page' : undefined}>
              {words.tabs[one](counts[one])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
