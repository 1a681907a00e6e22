'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { notePersonAction } from '@/actions/note-actions'
import { AreaField } from '@/components/form/area-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { personPath } from '@/domain/moderation/people-addresses'
import { peopleWords } from '@/lib/words/people'

const words = peopleWords.notes
const idOf = (field: string) => `note-${field}`

/** Notes something about a person for the rest of the staff. */
export function NoteForm({ memberId, handle }: { memberId: string; handle: string }) {
  const [state, submit] = useActionState(notePersonAction, idle, personPath(handle))
  return (
    <form action={submit} className="note-form">
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      <input type="hidden" name="memberId" value={memberId} />
      <AreaField id={idOf('text')} name="text" label={words.label} rows={3} state={state} />
      <button type="submit" className="button">
        {words.add}
      </button>
    </form>
  )
}
