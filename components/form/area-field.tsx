import type { FormState } from '@/actions/form-state'

type Props = { id: string; name: string; label: string; hint?: string; rows?: number; state: FormState }

/** A few lines of text that keep what was typed and say what is wrong with it. */
export function AreaField({ id, name, label, hint, rows = 2, state }: Props) {
  const refused = state.status === 'refused' ? state : undefined
  const fault = refused?.fields?.[name]
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
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={refused?.kept[name]}
        dir="auto"
        aria-describedby={[hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  )
}
