import { ask, textOf } from './answer'
import type { SignedIn } from './members'
import type { Site } from './site'

export type Form = { action: string; fields: readonly (readonly [string, string])[] }

/** The comment form as it stands on a page, with the id of its action among the hidden fields. */
export async function readCommentForm({ url }: Site, path: string): Promise<Form> {
  const fields = hiddenFields(textOf(await ask(url + path)))
  if (!fields.some(([name]) => name.startsWith('$ACTION_')))
    throw new Error(`${path} has no comment form with an action`)
  return { action: url + path, fields }
}

export function hiddenFields(html: string) {
  const [, form = ''] = html.match(/<form[^>]*\bid="comment-form"[^>]*>([\s\S]*?)<\/form>/) ?? []
  const hidden = (form.match(/<input[^>]*>/g) ?? []).filter((input) => /\btype="hidden"/.test(input))
  return hidden.map((input) => [attribute(input, 'name'), attribute(input, 'value')] as const)
}

const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? ''

/** Sends the form as a browser without scripts does. Answers how long it took, and the comment's id if it was posted. */
export async function sendComment({ action, fields }: Form, { cookie, address }: SignedIn, text: string) {
  const form = new FormData()
  for (const [name, value] of [...fields, ['text', text], ['intent', 'post']] as const) form.append(name, value)
  const headers = { cookie, origin: new URL(action).origin, 'x-forwarded-for': address }
  const began = performance.now()
  const answer = await fetch(action, { method: 'POST', body: form, redirect: 'manual', headers })
  await answer.arrayBuffer()
  const to = answer.headers.get('location') ?? ''
  const id = answer.status === 303 ? new URL(to, action).searchParams.get('at') : null
  return { ms: performance.now() - began, id, said: `${answer.status} ${to}` }
}
