import type { ViewerAnswer } from '@/lib/viewer-answer'
import { idle } from './idle'

let asked: Promise<ViewerAnswer | undefined> | undefined

/**
 * What the page may show the person who looks at it: asked once, unless it is asked for `again`, and only where a cookie
 * says that there is something.
 */
export function viewer(again = false) {
  if (again) asked = undefined
  asked ??= idle()
    .then(ask)
    .catch(() => undefined)
  return asked
}

/** A page that a browser kept and shows again is loaded anew where somebody has signed out since, or another signed in. */
export async function leaveToWhoIsHere({ persisted }: PageTransitionEvent) {
  if (!persisted) return
  const before = await viewer()
  const now = await ask().catch(() => before)
  if (now?.name !== before?.name) location.reload()
}

async function ask(): Promise<ViewerAnswer | undefined> {
  if (!/(^|; )courant-viewer=./.test(document.cookie)) return undefined
  const article = document.querySelector('own-comments[article]')?.getAttribute('article')
  const answer = await fetch(`/api/viewer${article ? `?article=${article}` : ''}`)
  if (!answer.ok) throw new Error(`nobody knows who looks: ${answer.status}`)
  return answer.json()
}
