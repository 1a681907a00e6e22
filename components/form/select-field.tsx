import type { FormState } from '@/actions/form-state'

type Props = {
  id: string
  name: string
  label: string
  hint?: string
  options: { value: string; label: string }[]
  /** What stands first and says that nothing is chosen yet. */
  nothing?: string
  chosen?: string
  state: FormState
}

/** A list to choose from that keeps what was chosen and says what is wrong with it. */
export function SelectField({ id, name, label, hint, options, nothing, chosen = '', state }: Props) {
  const refused = state.status === 'refused' ? state : undefined
  const fault = refused?.fields?.[name]
  const kept = refused?.kept[name] ?? chosen
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
      <select
        // React puts a form back after its action, and of a select only what it was drawn with.
        key={kept}
        id={id}
        name={name}
        defaultValue={kept}
        aria-describedby={[hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined}
        aria-invalid={fault ? true : undefined}
      >
        {nothing !== undefined && <option value="">{nothing}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
