import type { Ref } from 'react'
import type { GivenReason } from '@/db/queries/reasons'
import { deskWords } from '@/lib/words/desk'

const words = deskWords.keys

/** Which key does what. */
export function KeysDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className="desk-dialog" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{words.heading}</h2>
      <dl className="facts">
        {words.actions.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>{words.offHint}</p>
      <form method="dialog">
        <button type="submit" className="button">
          {words.close}
        </button>
      </form>
    </dialog>
  )
}

type ReasonProps = {
  ref: Ref<HTMLDialogElement>
  reasons: (GivenReason & { key: string })[]
  onChoice: (code: string) => void
}

/** Asks why a comment is hidden: by a digit or letter, or by its button. Escape leaves the comment as it is. */
export function ReasonDialog({ ref, reasons, onChoice }: ReasonProps) {
  return (
    <dialog
      ref={ref}
      className="desk-dialog"
      aria-labelledby="reason-heading"
      onKeyDown={(event) => {
        const chosen = reasons.find(({ key }) => key === event.key)
        if (!chosen || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        onChoice(chosen.code)
      }}
    >
      <h2 id="reason-heading">{words.why}</h2>
      <ol className="reason-keys">
        {reasons.map(({ code, label, key }) => (
          <li key={code}>
            <button type="button" className="button-quiet" onClick={() => onChoice(code)}>
              <kbd>{key}</kbd> {label}
            </button>
          </li>
        ))}
      </ol>
      <form method="dialog">
        <button type="submit" className="button-quiet">
          {words.cancel}
        </button>
      </form>
    </dialog>
  )
}
