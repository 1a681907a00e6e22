import type { FoundPerson } from '@/domain/moderation/read-person'
import { peopleWords } from '@/lib/words/people'
import { Moment } from '../page/moment'
import { NoteForm } from './note-form'

const words = peopleWords.notes

type Props = { memberId: string; handle: string; notes: FoundPerson['notes'] }

/** What the staff wrote about a person for each other. */
export function PersonNotes({ memberId, handle, notes }: Props) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{words.heading}</h2>
      <p className="desk-lead">{words.lead}</p>
      {notes.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="record">
        {notes.map(({ id, text, authorName, createdAt }) => (
          <li key={id}>
            <p className="record-source">
              <bdi>{authorName ?? peopleWords.someone}</bdi>, <Moment at={createdAt} />
            </p>
            <blockquote dir="auto">{text}</blockquote>
          </li>
        ))}
      </ul>
      <NoteForm memberId={memberId} handle={handle} />
    </section>
  )
}
