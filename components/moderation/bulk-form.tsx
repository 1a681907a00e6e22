'use client'

import { useActionState } from 'react'
import { decideManyAction } from '@/actions/bulk-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { NoteField, ReasonField } from '@/components/form/verdict-fields'
import type { GivenReason } from '@/db/queries/reasons'
import { queuePath } from '@/domain/moderation/addresses'
import type { QueueQuestion } from '@/domain/moderation/queue-question'
import type { QueueTab } from '@/domain/moderation/queue-tabs'
import type { Verdict } from '@/domain/moderation/verdicts'
import { deskWords } from '@/lib/words/desk'
import { bulkFormId } from './bulk-form-id'

const words = deskWords.bulk

const verdictsOf: Record<QueueTab, Verdict[]> = {
  held: ['approve', 'hide'],
  reported: ['keep', 'hide'],
  unmoderated: ['approve', 'hide'],
  approved: ['hide'],
  hidden: ['restore'],
}

type Props = {
  question: QueueQuestion
  /** Those that are offered. */
  reasons: GivenReason[]
  /** When the page was drawn, in milliseconds. */
  drawnAt: number
}

/** Decides the same about the ticked comments, or about all that fit the choice. */
export function BulkForm({ question, reasons, drawnAt }: Props) {
  const [state, submit, isPending] = useActionState(decideManyAction, idle)
  const verdicts = verdictsOf[question.tab]
  const idOf = (field: string) => `many-${field}`
  const chosen = state.status === 'refused' && state.kept.which === 'all' ? 'all' : 'ticked'
  return (
    <details className="bulk" open={state.status === 'refused'}>
      <summary>{words.heading}</summary>
      <form action={submit} id={bulkFormId} className="verdict" aria-busy={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        <FormToken />
        <input type="hidden" name="back" value={queuePath(question)} />
        <input type="hidden" name="drawnAt" value={drawnAt} />
        <fieldset key={chosen} className="bulk-which" id={idOf('ticked')} tabIndex={-1}>
          <legend>{words.which}</legend>
          <label className="tick">
            <input type="radio" name="which" value="ticked" defaultChecked={chosen === 'ticked'} /> {words.ticked}
          </label>
          <label className="tick">
            <input
              type="radio"
              name="which"
              value="all"
              defaultChecked={chosen === 'all'}
              aria-describedby="many-all-hint"
            />{' '}
            {words.all}
          </label>
          <p className="hint" id="many-all-hint">
            {words.allHint}
          </p>
        </fieldset>
        <NoteField id={idOf('note')} state={state} label={words.note} />
        {verdicts.includes('hide') && (
          <ReasonField id={idOf('reason')} state={state} reasons={reasons} label={words.reason} />
        )}
        <p className="form-buttons">
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="submit"
              name="verdict"
              value={verdict}
              className={verdict === 'hide' ? 'button-quiet' : 'button'}
            >
              {words.buttons[verdict]}
            </button>
          ))}
        </p>
      </form>
    </details>
  )
}
