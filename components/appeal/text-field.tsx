type Props = {
  id: string
  name: string
  label: string
  hint: string
  kept: string | undefined
  fault: string | undefined
}

/** A text of several lines, with what was typed where the form came back. */
export function TextField({ id, name, label, hint, kept, fault }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        rows={6}
        defaultValue={kept}
        dir="auto"
        aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  )
}
