import type { InputHTMLAttributes } from 'react'
import type { FormState } from '@/actions/form-state'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'> & {
  id: string
  name: string
  label: string
  hint?: string
  state: FormState
}

/** A labelled line of text that keeps what was typed and says what is wrong with it. */
export function Field({ id, name, label, hint, state, ...input }: Props) {
  const refused = state.status === 'refused' ? state : undefined
  const fault = refused?.fields?.[name]
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
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
      <input
        {...input}
        id={id}
        name={name}
        defaultValue={refused?.kept[name] ?? input.defaultValue}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  )
}
