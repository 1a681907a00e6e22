import { keyedHash } from '@/lib/keyed-hash'

const quarterOfAnHour = 15 * 60_000

/**
 * What makes sending the same form twice store one comment: the person, the target, the text, and the form's own key.
 * A stored page can't hold a key; the quarter of an hour stands in for it.
 */
export function postKey(
  person: string,
  input: { articleId: string; parentId?: string | undefined; text: string; key?: string | undefined },
  now: Date,
) {
  const once = input.key ?? Math.floor(now.getTime() / quarterOfAnHour)
  const what = JSON.stringify([input.articleId, input.parentId ?? null, input.text, once])
  return keyedHash('comment-post', `${person}\0${what}`)
}
