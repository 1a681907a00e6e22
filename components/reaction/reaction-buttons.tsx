import { reactionFormId } from './reaction-form'

type Props = {
  target: 'article' | 'comment'
  id: string
  likes: number
  dislikes: number
  /** The accessible names, with the counts in them. */
  names: { like: string; dislike: string }
  /** What the person who looks did before, on pages that are drawn for one person. */
  own?: number | null
}

export function ReactionButtons({ target, id, likes, dislikes, names, own }: Props) {
  const button = (wish: 'like' | 'dislike', count: number, isOwn: boolean) => (
    <button
      type="submit"
      form={reactionFormId}
      name="reaction"
      value={`${isOwn ? 'none' : wish}:${target}:${id}`}
      className={wish}
      aria-label={names[wish]}
      aria-pressed={own === undefined ? undefined : isOwn}
    >
      {count}
    </button>
  )
  return (
    <span className="reactions">
      {button('like', likes, own === 1)}
      {button('dislike', dislikes, own === -1)}
    </span>
  )
}
