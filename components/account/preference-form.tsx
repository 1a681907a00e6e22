'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { changePreferenceAction } from '@/actions/notification-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { frequencies, type NotificationKind, type Preference } from '@/domain/notification/kinds'
import { notificationWords } from '@/lib/words/notification'

const words = notificationWords.preferences

type Props = { kind: NotificationKind; preference: Preference; hasAddress: boolean }

/** How a member wants to be told of one kind of thing. */
export function PreferenceForm({ kind, preference, hasAddress }: Props) {
  const [state, submit] = useActionState(changePreferenceAction, idle)
  // A queue that grows old is told of by letter alone.
  const isAlarm = kind === 'queue-alarm'
  const wished = isAlarm && preference.mail !== 'off' ? 'daily' : preference.mail
  return (
    <form action={submit} aria-labelledby={`preference-${kind}`}>
      <ErrorSummary state={state} idOf={(field) => field} />
      <FormToken />
      <input type="hidden" name="kind" value={kind} />
      <h3 className="preference-kind" id={`preference-${kind}`}>
        {words.kinds[kind]}
      </h3>
      {kind === 'statement' && <p className="hint">{words.alwaysInPage}</p>}
      {kind !== 'statement' && !isAlarm && (
        <label className="tick">
          <input type="checkbox" name="inPage" defaultChecked={preference.inPage} /> {words.inPage}
        </label>
      )}
      <div className="field">
        <label htmlFor={`mail-${kind}`}>{words.mail}</label>
        {!hasAddress && <p className="hint">{words.noAddress}</p>}
        <select id={`mail-${kind}`} name="mail" defaultValue={wished}>
          {frequenciesOf(kind).map(([frequency, said]) => (
            <option key={frequency} value={frequency}>
              {said}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {words.save}
      </button>
    </form>
  )
}

/** What was decided about a comment is told at once or not at all. */
const frequenciesOf = (kind: NotificationKind) =>
  kind === 'queue-alarm'
    ? Object.entries(words.alarmMail)
    : kind === 'statement'
      ? Object.entries(words.statementMail)
      : frequencies.map((frequency) => [frequency, words.frequencies[frequency]] as const)
