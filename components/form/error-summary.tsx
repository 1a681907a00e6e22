import type { FormState } from '@/actions/form-state'
import { accountWords } from '@/lib/words/account'

/** What is wrong with a form that came back, at its top: each fault leads to its field. */
export function ErrorSummary({ state, idOf }: { state: FormState; idOf: (field: string) => string }) {
  if (state.status === 'idle') return null
  const faults = Object.entries(state.fields ?? {})
  return (
    <div className="error-summary" role="alert">
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
