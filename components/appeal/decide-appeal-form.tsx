'use client'

import { useActionState } from 'react'
import { decideAppealAction } from '@/actions/appeal-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { appealWords } from '@/lib/words/appeal'
import { TextField } from './text-field'

const words = appealWords.desk

/** Somebody else than who decided first grants an appeal or refuses it, and says why. */
export function DecideAppealForm({ appealId, name }: { appealId: string; name: string }) {
  const [state, submit] = useActionState(decideAppealAction, idle)
  const { kept, fault } =
    state.status === 'refused'
      ? { kept: state.kept.answer, fault: state.fields?.answer }
      : { kept: '', fault: undefined }
  const idOf = (field: string) => `${field}-${appealId}`
  return (
    <form action={submit} className="verdict">
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      <input type="hidden" name="appealId" value={appealId} />
      <fieldset>
        <legend className="visually-hidden">{words.legend(name)}</legend>
        <TextField
          id={idOf('answer')}
          name="answer"
          label={words.answer}
          hint={words.answerHint}
          {...{ kept, fault }}
        />
        <p className="form-buttons">
          {(['overturned', 'upheld'] as const).map((outcome) => (
            <button
              key={outcome}
              type="submit"
              name="outcome"
              value={outcome}
              className={outcome === 'overturned' ? 'button' : 'button-quiet'}
              aria-label={words.labels[outcome](name)}
            >
              {words.buttons[outcome]}
            </button>
          ))}
        </p>
      </fieldset>
    </form>
  )
}
