'use client'

import { useActionState } from 'react'
import { changeConversationAction } from '@/actions/conversation-actions'
import { idle } from '@/actions/form-state'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { conversationWords as words } from '@/lib/words/conversation'

type Mode = keyof typeof words.modes
type Props = {
  articleId: string
  set: { mode: Mode; closeAfter: number | null; seconds: number; isHeated: boolean }
  seen: string
  /** After how many days the paper usually closes its conversations. */
  usual: number
}

/** Opens, closes and slows down one article's conversation. */
export function ConversationForm({ articleId, set, seen, usual }: Props) {
  const [state, submit] = useActionState(changeConversationAction, idle)
  const chosen = state.status === 'refused' ? state.kept.mode : set.mode
  return (
    <form action={submit} className="conversation-form">
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => (field === 'mode' ? 'mode-open' : field)} />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="seen" value={seen} />
      <fieldset>
        <legend>{words.mode}</legend>
        {Object.entries(words.modes).map(([mode, name]) => (
          <p className="tick" key={`${mode}-${chosen}`}>
            <input type="radio" id={`mode-${mode}`} name="mode" value={mode} defaultChecked={mode === chosen} />
            <label htmlFor={`mode-${mode}`}>{name}</label>
          </p>
        ))}
      </fieldset>
      <Field
        id="closeAfter"
        name="closeAfter"
        label={words.closeAfter}
        hint={words.closeAfterHint(usual)}
        inputMode="numeric"
        defaultValue={set.closeAfter ?? ''}
        state={state}
      />
      <Field
        id="seconds"
        name="seconds"
        label={words.seconds}
        hint={words.secondsHint}
        inputMode="numeric"
        defaultValue={set.seconds}
        state={state}
      />
      {set.isHeated && (
        <p className="tick">
          <input type="checkbox" id="cool" name="cool" />
          <label htmlFor="cool">{words.cool}</label>
        </p>
      )}
      <Field id="note" name="note" label={words.note} state={state} maxLength={1000} />
      <button type="submit" className="button">
        {words.save}
      </button>
    </form>
  )
}
