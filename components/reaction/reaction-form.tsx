import { reactAction } from '@/actions/reaction-actions'

export const reactionFormId = 'reactions'

/** The one form that every reaction button of a page belongs to, by its `form` attribute. */
export function ReactionForm({ slug }: { slug: string }) {
  return (
    <reaction-form>
      <form id={reactionFormId} action={reactAction}>
        <input type="hidden" name="slug" value={slug} />
      </form>
    </reaction-form>
  )
}
