import type { PostKeys } from '@/db/queries/comment-changes'
import { keyedHash } from '@/lib/keyed-hash'

const quarterOfAnHour = 15 * 60_000

/**
 * The keys of a post: its own, and the one that it had if it was sent a quarter of an hour ago, which counts where that
 * was after `since`: a text that is sent again is not another one because a new quarter has begun.
 */
export function postKeys(person: string, input: Parameters<typeof postKey>[1], now: Date): PostKeys {
  const key = postKey(person, input, now)
  if (input.key) return { key }
  const since = new Date(now.getTime() - quarterOfAnHour)
  return { key, earlier: { key: postKey(person, input, since), since } }
}

/**
 * What makes sending the same form twice store one comment: the person, the target, the text, and the form's own key.
 * A stored page can't hold a key; the quarter of an hour stands in for it.
 */
function postKey(
  person: string,
  input: { articleId: string; parentId?: string | undefined; text: string; key?: string | undefined },
  now: Date,
) {
  const once = input.key ?? Math.floor(now.getTime() / quarterOfAnHour)
  const what = JSON.stringify([input.articleId, input.parentId ?? null, input.text, once])
  return keyedHash('comment-post', `${person}\0${what}`)
}
