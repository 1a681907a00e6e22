import { keyedHash } from '@/lib/keyed-hash'

const quarterOfAnHour = 15 * 60_000

/**
 * What makes sending the same form twice store one comment. From the form's own key, where it has one; else from
 * the person, the target, the text and the quarter of an hour, since a stored page can't hold a key.
 */
export function postKey(
  person: string,
  input: { articleId: string; parentId?: string | undefined; text: string; key?: string | undefined },
  now: Date,
) {
  const what =
    input.key ??
    JSON.stringify([input.articleId, input.parentId ?? null, input.text, Math.floor(now.getTime() / quarterOfAnHour)])
  return keyedHash('comment-post', `${person}\0${what}`)
}
