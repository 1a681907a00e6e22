import { discussionPath } from '@/domain/comment/addresses'
import { commentWords } from '@/lib/words/comment'
import { DeleteOwnForm } from './delete-own-form'

type Props = { commentId: string; slug: string; canEdit: boolean }

/** What authors can do with their own comment. */
export function OwnActions({ commentId, slug, canEdit }: Props) {
  return (
    <own-comment>
      {canEdit && (
        <a className="edit-own" href={discussionPath(slug, { edit: commentId })}>
          {commentWords.edit}
        </a>
      )}
      <DeleteOwnForm commentId={commentId} slug={slug} />
    </own-comment>
  )
}
