'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { hideInPlaceAction } from '@/actions/hide-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { NoteField } from '@/components/form/verdict-fields'
import type { GivenReason } from '@/db/queries/reasons'
import { deskWords } from '@/lib/words/desk'
import { moderationWords } from '@/lib/words/moderation'

type Props = { commentId: string; seenEdit: number; reasons: GivenReason[] }

/** Why a comment is hidden, where readers read it. */
export function HideForm({ commentId, seenEdit, reasons }: Props) {
  const [state, submit] = useActionState(hideInPlaceAction, idle)
  const { kept, fields = {} } = state.status === 'refused' ? state : { kept: {} as Record<string, string> }
  const idOf = (field: string) => (field === 'reason' ? `hide-${reasons[0]?.code}` : `hide-${field}`)
  return (
    <form action={submit} className="report-form">
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="seenAs" value="visible" />
      <input type="hidden" name="seenEdit" value={seenEdit} />
      <fieldset className="field" aria-describedby={fields.reason ? 'hide-reason-fault' : undefined}>
        <legend>{moderationWords.verdict.reason}</legend>
        {fields.reason && (
          <p className="fault" id="hide-reason-fault">
            {fields.reason}
          </p>
        )}
        {reasons.map(({ code, label }) => (
          <p key={code}>
            <input
              type="radio"
              // Anew when it comes back, since React takes of a form only what it was first drawn with.
              key={kept.reason}
              id={`hide-${code}`}
              name="reason"
              value={code}
              defaultChecked={kept.reason === code}
            />{' '}
            <label htmlFor={`hide-${code}`}>{label}</label>
          </p>
        ))}
      </fieldset>
      <NoteField id={idOf('note')} state={state} />
      <button type="submit" className="button">
        {deskWords.inPlace.hide}
      </button>
    </form>
  )
}
