'use client'

import { useActionState } from 'react'
import { enterBlockAction } from '@/actions/block-actions'
import { idle } from '@/actions/form-state'
import { AreaField } from '@/components/form/area-field'
import { ErrorSummary } from '@/components/form/error-summary'
import { Field } from '@/components/form/field'
import { FormToken } from '@/components/form/form-token.island'
import { SelectField } from '@/components/form/select-field'
import type { GivenReason } from '@/db/queries/reasons'
import { blocksPath } from '@/domain/block/addresses'
import { lengths } from '@/domain/sanction/kinds'
import { blockWords as words } from '@/lib/words/block'
import { sanctionWords } from '@/lib/words/sanction'

const idOf = (field: string) => `block-${field}`
const labels = sanctionWords.desk

/** Blocks what is typed, or the network that a comment came from. */
export function BlockForm({ reasons, commentId }: { reasons: GivenReason[]; commentId: string | undefined }) {
  const [state, submit] = useActionState(enterBlockAction, idle, blocksPath({ comment: commentId }))
  const field = (name: string) => ({ id: idOf(name), name, state })
  return (
    <form action={submit} className="block-form">
      <ErrorSummary state={state} idOf={idOf} />
      <FormToken />
      {commentId ? (
        <input type="hidden" name="commentId" value={commentId} />
      ) : (
        <Field {...field('what')} label={words.what} hint={words.whatHint} autoComplete="off" />
      )}
      <SelectField
        {...field('reason')}
        label={labels.reason}
        hint={labels.reasonHint}
        nothing={labels.chooseReason}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <SelectField
        {...field('length')}
        label={labels.length}
        options={lengths.map((value) => ({ value, label: labels.lengths[value] }))}
        chosen="7-days"
      />
      <Field {...field('until')} label={labels.until} type="datetime-local" />
      <AreaField {...field('note')} label={labels.note} />
      <button type="submit" className="button">
        {commentId ? words.submitNetwork : words.submit}
      </button>
    </form>
  )
}
