'use client'

import { useActionState } from 'react'
import { type FormState, idle } from '@/actions/form-state'
import { addReasonAction, changeReasonAction } from '@/actions/reason-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { reasonWords } from '@/lib/words/reason'

const words = reasonWords.desk

type Said = {
  code: string
  label: string
  ruleNo: number
  ruleText: string
  position: number
  forReaders: boolean
  isPersonal: boolean
}

/** Offers a further reason; the next free number and place are proposed. */
export function AddReasonForm({ ruleNo, position }: Pick<Said, 'ruleNo' | 'position'>) {
  const [state, submit] = useActionState(addReasonAction, idle)
  const said = { code: 'new', label: '', ruleText: '', forReaders: true, isPersonal: false, ruleNo, position }
  return (
    <form action={submit} className="reason-form">
      <FormToken />
      <Fields state={state} said={said} />
      <button type="submit" className="button">
        {words.addButton}
      </button>
    </form>
  )
}

/** Says a reason, its rule or its place otherwise. */
export function ChangeReasonForm({ reason, seenChange }: { reason: Said; seenChange: number }) {
  const [state, submit] = useActionState(changeReasonAction, idle)
  return (
    <details open={state.status === 'refused'}>
      <summary aria-label={words.changeOf(reason.label)}>{words.change}</summary>
      <form action={submit} className="reason-form">
        <FormToken />
        <input type="hidden" name="code" value={reason.code} />
        <input type="hidden" name="seenChange" value={seenChange} />
        <Fields state={state} said={reason} />
        <button type="submit" className="button">
          {words.save}
        </button>
      </form>
    </details>
  )
}

function Fields({ state, said }: { state: FormState; said: Said }) {
  const idOf = (field: string) => `${field}-${said.code}`
  const kept: Record<string, string> | undefined = state.status === 'refused' ? state.kept : undefined
  const ticked = (box: 'forReaders' | 'isPersonal') => (kept ? kept[box] !== '' : said[box])
  const field = (name: 'label' | 'ruleNo' | 'position' | 'ruleText') => ({
    id: idOf(name),
    name,
    label: words[name],
    typed: kept?.[name] ?? String(said[name]),
    fault: state.status === 'refused' ? state.fields?.[name] : undefined,
  })
  return (
    <>
      <ErrorSummary state={state} idOf={idOf} />
      <TextField {...field('label')} hint={words.labelHint} />
      <div className="reason-numbers">
        <TextField {...field('ruleNo')} type="number" />
        <TextField {...field('position')} type="number" />
      </div>
      <TextField {...field('ruleText')} type="text-area" />
      {said.code === 'other' ? (
        <input type="hidden" name="forReaders" value="on" />
      ) : (
        <TickField id={idOf('forReaders')} name="forReaders" isTicked={ticked('forReaders')} />
      )}
      <TickField id={idOf('isPersonal')} name="isPersonal" isTicked={ticked('isPersonal')} />
    </>
  )
}

function TickField({ id, name, isTicked }: { id: string; name: 'forReaders' | 'isPersonal'; isTicked: boolean }) {
  return (
    <p className="tick">
      <input
        type="checkbox"
        // Anew when it comes back, since React takes of a form only what it was first drawn with.
        key={String(isTicked)}
        id={id}
        name={name}
        defaultChecked={isTicked}
      />
      <label htmlFor={id}>{words[name]}</label>
    </p>
  )
}

type FieldProps = {
  id: string
  name: string
  label: string
  typed: string
  fault: string | undefined
  hint?: string
  type?: 'text' | 'number' | 'text-area'
}

function TextField({ id, name, label, typed, fault, hint, type = 'text' }: FieldProps) {
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const shared = {
    id,
    name,
    defaultValue: typed,
    'aria-describedby': described || undefined,
    'aria-invalid': fault ? true : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {type === 'text-area' ? (
        <textarea rows={4} dir="auto" {...shared} />
      ) : (
        <input type={type} dir={type === 'text' ? 'auto' : undefined} {...shared} />
      )}
    </div>
  )
}
