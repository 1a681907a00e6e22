'use client'

import { useActionState } from 'react'
import { idle } from '@/actions/form-state'
import { pickAtDeskAction } from '@/actions/pick-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { pickWords as words } from '@/lib/words/pick'

type Props = { commentId: string; isPicked: boolean; name: string }

/** Puts a comment among the paper's picks, or takes it out. */
export function PickAtDeskForm({ commentId, isPicked, name }: Props) {
  const [state, submit] = useActionState(pickAtDeskAction, idle)
  const label = isPicked ? words.withdrawOf : words.pickOf
  return (
    <form action={submit} className="pick-at-desk">
      <FormToken />
      <ErrorSummary state={state} idOf={(field) => field} />
      <input type="hidden" name="commentId" value={commentId} />
      {isPicked && <p>{words.isPicked}</p>}
      <button
        type="submit"
        name="wish"
        value={isPicked ? 'withdraw' : 'pick'}
        className="button-quiet"
        aria-label={label(name)}
      >
        {isPicked ? words.withdraw : words.pick}
      </button>
    </form>
  )
}
