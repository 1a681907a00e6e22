import type { MemberActor } from '@/domain/actor'
import { oneCleanUpPath } from '@/domain/moderation/clean-up-addresses'
import { personPath } from '@/domain/moderation/people-addresses'
import type { FoundCleanUp } from '@/domain/moderation/read-clean-up'
import { cleanUpWords } from '@/lib/words/clean-up'
import { FocusHere } from '../form/focus-here.island'
import { Moment } from '../page/moment'
import { UndoCleanUpForm } from './clean-up-form'
import { SweptComments } from './clean-up-page'
import { DeskHeader } from './desk-header'

const words = cleanUpWords.done

/** A clean-up that was made: how much it hid, why, and for a day the way to undo it. */
export function CleanedPage({ actor, found }: { actor: MemberActor; found: FoundCleanUp }) {
  const { id, counts, reason, note, actorName, createdAt, undoneAt, handle, latest } = found
  return (
    <main id="text" className="desk desk-person-page">
      <DeskHeader actor={actor} />
      <h1>{words.title}</h1>
      <FocusHere key={undoneAt ? 'undone' : 'done'}>
        <p>
          {words.hidden(counts.hidden)} {reason.label},{' '}
          {actorName && (
            <bdi>
              {words.by} {actorName}
            </bdi>
          )}{' '}
          <Moment at={createdAt} />
        </p>
        {note && <p dir="auto">{note}</p>}
        {undoneAt && (
          <p>
            {words.undone}, <Moment at={undoneAt} />. {words.restored(counts.restored)}{' '}
            {counts.left > 0 && words.left(counts.left)}
          </p>
        )}
        <Undo found={found} />
      </FocusHere>
      {handle && (
        <p>
          <a href={personPath(handle)}>{words.toPerson}</a>
        </p>
      )}
      <h2 key={id}>{words.comments}</h2>
      <SweptComments comments={latest} />
    </main>
  )
}

/** Also where an undoing was cut short: asked again, it goes on. */
function Undo({ found: { id, counts, undoneAt, canUndo, until } }: { found: FoundCleanUp }) {
  if (undoneAt && counts.restored + counts.left >= counts.hidden) return null
  if (!canUndo) return <p>{words.over}</p>
  return (
    <>
      <p>
        {words.undoUntil} <Moment at={until} />.
      </p>
      <UndoCleanUpForm cleanUpId={id} here={oneCleanUpPath(id)} />
    </>
  )
}
