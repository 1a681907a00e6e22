import { pickOnPageAction } from '@/actions/pick-actions'
import type { PublicComment } from '@/db/queries/comments'
import { pickWords as words } from '@/lib/words/pick'

const pickFormId = 'picks'

/** The one form that every pick button of a page belongs to, by its `form` attribute. */
export function PickForm({ slug }: { slug: string }) {
  return (
    <form id={pickFormId} action={pickOnPageAction}>
      <input type="hidden" name="slug" value={slug} />
    </form>
  )
}

export function PickButton({ comment: { id, name, isPicked } }: { comment: PublicComment }) {
  const label = isPicked ? words.withdrawOf : words.pickOf
  return (
    <button
      type="submit"
      form={pickFormId}
      name="pick"
      value={`${isPicked ? 'withdraw' : 'pick'}:${id}`}
      className="button-plain"
      aria-label={label(name ?? '')}
    >
      {isPicked ? words.withdraw : words.pick}
    </button>
  )
}
