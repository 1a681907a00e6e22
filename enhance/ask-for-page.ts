/** What the site answered with: its address, and the page, unless it is none or says that something went wrong. */
type Answer = { page?: Document; address: URL; isRedirected: boolean }

/** What TypeScript has no types of. */
type Rule = { createHTML(text: string): string }
type TrustedTypes = { createPolicy(name: string, rule: Rule): Rule }

const trustedTypes = Reflect.get(window, 'trustedTypes') as TrustedTypes | undefined

/** The one way in which this module makes markup of text (`cache/policy.ts`): pages of the site's own, which are only read. */
const pages = trustedTypes?.createPolicy('courant-page', { createHTML: (text) => text })

/** Asks for a page as a link does, or as a form with these fields. Fails where nothing can be reached. */
export async function askForPage(target: string, fields?: FormData): Promise<Answer> {
  const sent = fields && { method: 'POST', body: fields }
  const answer = await fetch(target, { ...sent, headers: { accept: 'text/html' } })
  const isPage = answer.ok && answer.headers.get('content-type')?.startsWith('text/html')
  const page = isPage && read(await answer.text())
  return { ...(page && { page }), address: new URL(answer.url), isRedirected: answer.redirected }
}

const read = (text: string) => new DOMParser().parseFromString(pages?.createHTML(text) ?? text, 'text/html')
