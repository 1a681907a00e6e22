import { randomInt } from 'node:crypto'
import { env } from '@/lib/env'
import { findForm } from './form'

type Typed = Record<string, string | File>
type Page = { path: string; status: number; text: string }

export type Browser = ReturnType<typeof openBrowser>

/** A browser without scripts: it keeps cookies, follows redirects, and sends the forms of the page that it shows. */
export function openBrowser({ url }: { url: string }, client = `10.${randomInt(256)}.${randomInt(256)}.1`) {
  const origin = env().siteUrl
  const jar = new Map<string, string>()
  let page: Page = { path: '/', status: 0, text: '' }

  async function go(path: string, form?: FormData): Promise<Page> {
    const [address = ''] = path.replace(origin, '').split('#')
    const answer = await fetch(url + address, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        'x-forwarded-for': client,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { origin, 'sec-fetch-site': 'same-origin' }),
      },
      ...(form && { body: form }),
      signal: AbortSignal.timeout(patience),
    })
    for (const cookie of answer.headers.getSetCookie()) keep(cookie)
    const location = answer.headers.get('location')
    if (location) return go(location)
    page = { path: address, status: answer.status, text: await answer.text() }
    return page
  }

  function keep(cookie: string) {
    const [, name = '', value = '', rest = ''] = /^([^=]+)=([^;]*)(.*)$/.exec(cookie) ?? []
    const expires = Date.parse(/expires=([^;]+)/i.exec(rest)?.[1] ?? '')
    if (/max-age=0\b/i.test(rest) || expires < Date.now()) jar.delete(name)
    else jar.set(name, value)
  }

  return {
    open: (path: string) => go(path),
    page: () => page,
    /** The cookies that nobody could guess. */
    secrets: () => [...jar.values()].filter((value) => value.length > 15),
    /** The browser of somebody who has signed in before. */
    isOf: ({ cookieName, token }: { cookieName: string; token: string }) => void jar.set(cookieName, token),
    /** Types into the form that has this button, and presses it. */
    press(button: string, typed: Typed = {}, within?: string) {
      const { action, fields } = findForm(page.text, button, within)
      const form = new FormData()
      for (const [name, value] of fields) if (!(name in typed)) form.append(name, value)
      for (const [name, value] of Object.entries(typed)) form.append(name, value)
      return go(action || page.path, form)
    },
  }
}

const patience = 40_000
