import { useEffect, useRef } from 'react'
import type { FormState } from '@/actions/form-state'
import { accountWords } from '@/lib/words/account'

/**
 * What is wrong with a form that came back, at its top: each fault leads to its field. Whoever sent the form reads on
 * from here, with scripts and without.
 */
export function ErrorSummary({ state, idOf }: { state: FormState; idOf: (field: string) => string }) {
  const here = useRef<HTMLDivElement>(null)
  // After each answer, since React keeps the summary of the one before. It needs the state to know that there is one.
  useEffect(() => {
    if (state.status !== 'idle') here.current?.focus()
  }, [state])
  if (state.status === 'idle') return null
  const faults = Object.entries(state.fields ?? {})
  return (
    // biome-ignore lint/a11y/noAutofocus: it is the answer to what was just sent, and without scripts nothing else leads to it.
    <div className="error-summary" role="alert" ref={here} tabIndex={-1} autoFocus>
      {faults.length === 0 ? (
        <p>{state.message}</p>
      ) : (
        <>
          <p>{accountWords.form.faults}</p>
          <ul>
            {faults.map(([field, fault]) => (
              <li key={field}>
                <a href={`#${idOf(field)}`}>{fault}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
