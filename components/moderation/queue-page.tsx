import type { ReactNode } from 'react'
import type { Reason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { queuePath } from '@/domain/moderation/addresses'
import { isNarrowed } from '@/domain/moderation/queue-question'
import type { Queue } from '@/domain/moderation/read-queue'
import { deskWords } from '@/lib/words/desk'
import { moderationWords as words } from '@/lib/words/moderation'
import { BulkForm } from './bulk-form'
import { DeskHeader } from './desk-header'
import { DeskKeys } from './desk-keys.island'
import { QueueFilterForm } from './queue-filter-form'
import { QueueItem } from './queue-item'
import { QueueTabs } from './queue-tabs.island'

type Props = {
  actor: MemberActor
  queue: Queue
  sections: { slug: string; name: string }[]
  reasons: Reason[]
  now: Date
  /** What was just done, and the comment before which it is said. */
  said: ReactNode
  saidBefore: string | undefined
  /** The key of what was said. */
  saidKey: string | undefined
}

/** The moderators’ queue: its tabs, what is in one of them, and the buttons to work it off. */
export function QueuePage({ actor, queue, sections, reasons, now, said, saidBefore, saidKey }: Props) {
  const { question, entries, counts, weighed } = queue
  const back = queuePath(question)
  const offered = reasons.filter(({ retiredAt }) => !retiredAt)
  const saidAt = entries.findIndex(({ comment }) => comment.id === saidBefore)
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="queue" />
      <h1>{words.queue}</h1>
      <QueueTabs tab={question.tab} counts={counts} />
      <QueueFilterForm question={question} sections={sections} reasons={reasons} />
      {question.order === 'risk' && <p>{deskWords.weighed(weighed)}</p>}
      {saidAt === -1 && said}
      {entries.length === 0 && (
        <p className="empty">{isNarrowed(question) ? words.emptyFiltered : deskWords.empty[question.tab]}</p>
      )}
      {entries.length > 0 && <BulkForm {...{ question }} reasons={offered} drawnAt={now.getTime()} />}
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
      <Onward queue={queue} />
      <DeskKeys reasons={offered} saidKey={saidKey} next={saidBefore} />
    </main>
  )
}

/** Pages have no numbers: the queue moves while it is worked off. */
function Onward({ queue: { question, next, isCut } }: { queue: Queue }) {
  if (!next && !question.after) return null
  return (
    <nav aria-label={deskWords.onward} className="paging">
      {isCut && <p>{deskWords.cut}</p>}
      <ul>
        {question.after && (
          <li>
            <a href={queuePath({ ...question, after: undefined })}>{deskWords.fromStart}</a>
          </li>
        )}
        {next && (
          <li>
            <a href={queuePath({ ...question, after: next })} rel="next">
              {isCut ? deskWords.lookOn : deskWords.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
