'use client'

import { useActionState } from 'react'
import { reportCommentAction } from '@/actions/comment-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import type { GivenReason } from '@/db/queries/reasons'
import { commentWords } from '@/lib/words/comment'

/** Tells the moderators what is wrong with a comment. */
export function ReportForm({ commentId, reasons }: { commentId: string; reasons: GivenReason[] }) {
  const [state, submit] = useActionState(reportCommentAction, idle)
  const { kept, fields = {} } = state.status === 'refused' ? state : { kept: {} as Record<string, string> }
  // What a fault's link leads to: of the reasons the first one.
  const idOf = (field: string) => (field === 'reason' ? `report-${reasons[0]?.code}` : `report-${field}`)
  return (
    <form action={submit} className="report-form">
      <ErrorSummary state={state} idOf={idOf} />
      <input type="hidden" name="commentId" value={commentId} />
      <fieldset className="field" aria-describedby={fields.reason ? 'report-reason-fault' : undefined}>
        <legend>{commentWords.reportReason}</legend>
        {fields.reason && (
          <p className="fault" id="report-reason-fault">
            {fields.reason}
          </p>
        )}
        {reasons.map(({ code, label }) => (
          <p key={code}>
            <input
              type="radio"
              // Anew when it comes back, since React takes of a form only what it was first drawn with.
              key={kept.reason}
              id={`report-${code}`}
              name="reason"
              value={code}
              defaultChecked={kept.reason === code}
            />{' '}
            <label htmlFor={`report-${code}`}>{label}</label>
          </p>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="report-note">{commentWords.reportNote}</label>
        {fields.note && (
          <p className="fault" id="report-note-fault">
            {fields.note}
          </p>
        )}
        <textarea
          id="report-note"
          name="note"
          rows={4}
          defaultValue={kept.note}
          dir="auto"
          aria-describedby={fields.note ? 'report-note-fault' : undefined}
          aria-invalid={fields.note ? true : undefined}
        />
      </div>
      <button type="submit" className="button">
        {commentWords.reportSend}
      </button>
    </form>
  )
}
