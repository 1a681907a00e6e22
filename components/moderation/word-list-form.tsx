'use client'

import { type ReactNode, useActionState } from 'react'
import {
  addListAction,
  addTermsAction,
  removeTermsAction,
  setModeAction,
  startTrialAction,
} from '@/actions/filter-actions'
import { type FormState, idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { filterWords as words } from '@/lib/words/filter'

type Mode = keyof typeof words.modes

/** Makes a list of pasted lines, of a text file, or of both. */
export function AddListForm() {
  const [state, submit] = useActionState(addListAction, idle)
  const idOf = (field: string) => `${field}-new`
  return (
    <form action={submit} className="word-list-form">
      <FormToken />
      <ErrorSummary state={state} idOf={idOf} />
      <Field id={idOf('name')} name="name" label={words.name} state={state} dir="auto" />
      <LevelField idOf={idOf} state={state} />
      <TermsFields idOf={idOf} state={state} />
      <button type="submit" className="button">
        {words.addButton}
      </button>
    </form>
  )
}

/** Puts terms into a list, or takes them out. */
export function TermsForm({ listId, what }: { listId: string; what: 'add' | 'remove' }) {
  const [state, submit] = useActionState(what === 'add' ? addTermsAction : removeTermsAction, idle)
  const idOf = (field: string) => `${field}-${what}`
  return (
    <details open={state.status === 'refused'}>
      <summary>{what === 'add' ? words.addTerms : words.removeTerms}</summary>
      <form action={submit} className="word-list-form">
        <FormToken />
        <ErrorSummary state={state} idOf={idOf} />
        <input type="hidden" name="listId" value={listId} />
        <TermsFields idOf={idOf} state={state} />
        <button type="submit" className="button">
          {what === 'add' ? words.addTermsButton : words.removeTermsButton}
        </button>
      </form>
    </details>
  )
}

type ModeProps = { listId: string; seenVersion: number; modes: readonly Mode[] }

/** Switches a list to another mode. */
export function ModeForm({ listId, seenVersion, modes }: ModeProps) {
  const [state, submit] = useActionState(setModeAction, idle)
  return (
    <form action={submit}>
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <input type="hidden" name="listId" value={listId} />
      <input type="hidden" name="seenVersion" value={seenVersion} />
      <p className="form-buttons">
        {modes.map((mode) => (
          <button
            key={mode}
            type="submit"
            name="mode"
            value={mode}
            className={mode === 'on' ? 'button' : 'button-quiet'}
          >
            {words.toMode[mode]}
          </button>
        ))}
      </p>
    </form>
  )
}

/** Has a list tried. */
export function TrialForm({ listId, wasTried }: { listId: string; wasTried: boolean }) {
  const [state, submit] = useActionState(startTrialAction, idle)
  return (
    <form action={submit}>
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <input type="hidden" name="listId" value={listId} />
      <button type="submit" className={wasTried ? 'button-quiet' : 'button'}>
        {wasTried ? words.tryAgain : words.tryIt}
      </button>
    </form>
  )
}

type FieldProps = { idOf: (field: string) => string; state: FormState }

function LevelField({ idOf, state }: FieldProps) {
  const kept = state.status === 'refused' ? state.kept.level : ''
  return (
    <fieldset className="field" id={idOf('level')}>
      <legend>{words.levelLabel}</legend>
      <FaultOf name="level" {...{ idOf, state }} />
      {(['suspect', 'banned'] as const).map((level) => (
        <p key={level} className="tick">
          <input
            type="radio"
            // Anew when it comes back, since React takes of a form only what it was first drawn with.
            key={kept}
            id={idOf(level)}
            name="level"
            value={level}
            defaultChecked={kept === level}
          />
          <label htmlFor={idOf(level)}>{words.levelChoices[level]}</label>
        </p>
      ))}
    </fieldset>
  )
}

function TermsFields({ idOf, state }: FieldProps) {
  const kept = state.status === 'refused' ? state.kept.terms : undefined
  return (
    <>
      <div className="field">
        <label htmlFor={idOf('terms')}>{words.paste}</label>
        <FaultOf name="terms" {...{ idOf, state }} />
        <textarea
          id={idOf('terms')}
          name="terms"
          rows={6}
          dir="auto"
          spellCheck={false}
          defaultValue={kept}
          {...described('terms', { idOf, state })}
        />
      </div>
      <div className="field">
        <label htmlFor={idOf('file')}>{words.file}</label>
        <FaultOf name="file" {...{ idOf, state }} />
        <input
          id={idOf('file')}
          type="file"
          name="file"
          accept=".txt,text/plain"
          {...described('file', { idOf, state })}
        />
      </div>
    </>
  )
}

const faultOf = (name: string, state: FormState) => (state.status === 'refused' ? state.fields?.[name] : undefined)

const described = (name: string, { idOf, state }: FieldProps) => ({
  'aria-describedby': faultOf(name, state) ? `${idOf(name)}-fault` : undefined,
  'aria-invalid': faultOf(name, state) ? (true as const) : undefined,
})

function FaultOf({ name, idOf, state }: FieldProps & { name: string }): ReactNode {
  const fault = faultOf(name, state)
  return (
    fault && (
      <p className="fault" id={`${idOf(name)}-fault`}>
        {fault}
      </p>
    )
  )
}
