import type { Drawn } from '@/lib/viewer-answer'
import { element } from './element'

/** Draws formatted text element by element. */
export function drawText(text: Drawn[]): (Node | string)[] {
  return text.map((part) => {
    if (typeof part === 'string') return part
    const { tag, href, start, children } = part
    const wish = { href, rel: href && 'ugc nofollow noopener', start: start?.toString() }
    return element(tag, wish, ...drawText(children))
  })
}
