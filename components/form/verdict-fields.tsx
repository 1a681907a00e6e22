import type { FormState } from '@/actions/form-state'
import type { GivenReason } from '@/db/queries/reasons'
import { moderationWords } from '@/lib/words/moderation'

const words = moderationWords.verdict

type FieldProps = { id: string; state: FormState; label?: string }

/** A note for the log, as it came back. */
export function NoteField({ id, state, label = words.note }: FieldProps) {
  const { kept, fault } = returned(state, 'note')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {words.noteHint}
      </p>
      {fault && <Fault id={id}>{fault}</Fault>}
      <textarea
        id={id}
        name="note"
        rows={2}
        defaultValue={kept}
        dir="auto"
        aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  )
}

/** Why a comment is hidden. */
export function ReasonField({ id, state, reasons, label = words.reason }: FieldProps & { reasons: GivenReason[] }) {
  const { kept, fault } = returned(state, 'reason')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {fault && <Fault id={id}>{fault}</Fault>}
      <select
        // React puts a form back after its action, and of a select only what it was drawn with.
        key={kept}
        id={id}
        name="reason"
        defaultValue={kept ?? ''}
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? true : undefined}
      >
        <option value="">{words.chooseReason}</option>
        {reasons.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

function Fault({ id, children }: { id: string; children: string }) {
  return (
    <p className="fault" id={`${id}-fault`}>
      {children}
    </p>
  )
}

function returned(state: FormState, field: string) {
  return state.status === 'refused' ? { kept: state.kept[field], fault: state.fields?.[field] } : {}
}
