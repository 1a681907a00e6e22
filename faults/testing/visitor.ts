import { randomInt } from 'node:crypto'
import { env } from '@/lib/env'
import { type Form, findForm } from './form'

type Person = { cookie: string }
export type Visitor = ReturnType<typeof createVisitor>

/** Whoever visits a node, a stranger where no person is named, from an address of their own. */
export function createVisitor({ url }: { url: string }, person?: Person) {
  const origin = env().siteUrl
  const headers = {
    'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.1`,
    ...(person && { cookie: person.cookie }),
  }

  const get = (path: string, more: Record<string, string> = {}) =>
    fetch(url + path, { redirect: 'manual', headers: { ...headers, ...more }, signal: AbortSignal.timeout(patience) })

  async function read(path: string) {
    const answer = await get(path)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  /** Sends a form that was read before, as a browser without scripts does. */
  async function sendForm(path: string, { action, fields }: Form, typed: Record<string, string> = {}) {
    const body = new FormData()
    for (const [name, value] of fields) if (!(name in typed)) body.append(name, value)
    for (const [name, value] of Object.entries(typed)) body.append(name, value)
    const answer = await fetch(url + (action.replace(origin, '') || path), {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { ...headers, origin, 'sec-fetch-site': 'same-origin' },
      signal: AbortSignal.timeout(patience),
    })
    const location = answer.headers.get('location')?.replace(origin, '')
    return { status: answer.status, headers: answer.headers, location, text: await answer.text() }
  }

  return {
    get,
    read,
    sendForm,
    /** Opens a page, types into the form that has this button, and presses it. */
    async press(path: string, button: string, typed: Record<string, string> = {}, within?: string) {
      const page = await read(path)
      if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
      return sendForm(path, findForm(page.text, button, within), typed)
    },
  }
}

const patience = 40_000
