'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { imposeSanctionAction } from '@/actions/sanction-actions'
import { AreaField } from '@/components/form/area-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { SelectField } from '@/components/form/select-field'
import type { GivenReason } from '@/db/queries/reasons'
import { casePath } from '@/domain/moderation/addresses'
import { personPath } from '@/domain/moderation/people-addresses'
import { lengths, sanctionKinds } from '@/domain/sanction/kinds'
import { sanctionWords } from '@/lib/words/sanction'

const words = sanctionWords.desk

type Props = {
  memberId: string
  handle: string
  /** The latest sanction that the page shows; a colleague may be faster. */
  seen: string | undefined
  /** The comment because of which it is imposed. */
  because: string | undefined
  /** Those that are offered. */
  reasons: GivenReason[]
  sections: { id: string; name: string }[]
}

const idOf = (field: string) => `sanction-${field}`

/** Warns a person, has their comments held, mutes or bans them. */
export function SanctionForm({ memberId, handle, seen, because, reasons, sections }: Props) {
  const here = personPath(handle, { comment: because })
  const [state, submit] = useActionState(imposeSanctionAction, idle, here)
  const field = (name: string) => ({ id: idOf(name), name, state })
  return (
    // Open again where it was refused, so that the reason is seen with scripts off too.
    <details open={because !== undefined || state.status === 'refused'}>
      <summary>{words.impose}</summary>
      {because && (
        <p>
          <a href={casePath(because)}>{words.because}</a>
        </p>
      )}
      <form action={submit} className="sanction-form">
        <ErrorSummary state={state} idOf={idOf} />
        <FormToken />
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="commentId" value={because ?? ''} />
        <input type="hidden" name="seen" value={seen ?? ''} />
        <SelectField
          {...field('kind')}
          label={words.kind}
          options={sanctionKinds.map((value) => ({ value, label: words.choose[value] }))}
          chosen="warning"
        />
        <SelectField
          {...field('reason')}
          label={words.reason}
          hint={words.reasonHint}
          nothing={words.chooseReason}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <SelectField
          {...field('length')}
          label={words.length}
          hint={words.lengthHint}
          options={lengths.map((value) => ({ value, label: words.lengths[value] }))}
          chosen="7-days"
        />
        <Field {...field('until')} label={words.until} type="datetime-local" />
        <SelectField
          {...field('sectionId')}
          label={words.where}
          hint={words.whereHint}
          nothing={words.everywhere}
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <AreaField {...field('note')} label={words.note} hint={words.noteHint} />
        <button type="submit" className="button">
          {words.submit}
        </button>
      </form>
    </details>
  )
}
