import type { ViewerAnswer } from '@/lib/viewer-answer'

let asked: Promise<ViewerAnswer | undefined> | undefined

/**
 * What the page may show the person who looks at it: asked once, unless it is asked for `again`, and only where a cookie
 * says that there is something.
 */
export function viewer(again = false) {
  if (again) asked = undefined
  asked ??= ask()
  return asked
}

async function ask(): Promise<ViewerAnswer | undefined> {
  if (!/(^|; )courant-viewer=./.test(document.cookie)) return undefined
  const article = document.querySelector('own-comments[article]')?.getAttribute('article')
  const answer = await fetch(`/api/viewer${article ? `?article=${article}` : ''}`).catch(() => undefined)
  return answer?.ok ? answer.json() : undefined
}
