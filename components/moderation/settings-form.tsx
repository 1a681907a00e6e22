'use client'

import { useActionState } from 'react'
import { changeSettingsAction } from '@/actions/conversation-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { conversationWords as words } from '@/lib/words/conversation'

type Settings = {
  isReadOnly: boolean
  closeAfterDays: number
  heldFirst: number
  mostLinks: number
  heatedReports: number
  heatedSeconds: number
}

const numbers = [
  { name: 'closeAfterDays', hint: words.never },
  { name: 'heldFirst', hint: words.heldFirstHint },
  { name: 'mostLinks' },
  { name: 'heatedReports', hint: words.never },
  { name: 'heatedSeconds' },
] as const

type Props = { settings: Settings; seen: string; mayChange: boolean }

/** What is set for all conversations; who may not change it reads it. */
export function SettingsForm({ settings, seen, mayChange }: Props) {
  const [state, submit] = useActionState(changeSettingsAction, idle)
  const isReadOnly = state.status === 'refused' ? state.kept.isReadOnly === 'on' : settings.isReadOnly
  return (
    <form action={submit} className="conversation-form">
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <fieldset disabled={!mayChange}>
        <legend className="visually-hidden">{words.settings}</legend>
        <input type="hidden" name="seen" value={seen} />
        <p className="tick">
          <input
            type="checkbox"
            key={String(isReadOnly)}
            id="isReadOnly"
            name="isReadOnly"
            defaultChecked={isReadOnly}
            aria-describedby="isReadOnly-hint"
          />
          <label htmlFor="isReadOnly">{words.isReadOnly}</label>
        </p>
        <p className="hint" id="isReadOnly-hint">
          {words.isReadOnlyHint}
        </p>
        {numbers.map(({ name, ...rest }) => (
          <Field
            key={name}
            {...{ name, state, ...rest }}
            id={name}
            label={words[name]}
            inputMode="numeric"
            defaultValue={settings[name]}
          />
        ))}
        {mayChange && (
          <>
            <Field id="settings-note" name="note" label={words.note} state={state} maxLength={1000} />
            <button type="submit" className="button">
              {words.save}
            </button>
          </>
        )}
      </fieldset>
    </form>
  )
}
