import { serverWords } from '../lib/words/server.ts'
import type { Answer } from './held-response.ts'
import { html, type Markup } from './markup.ts'
import { plainPolicy } from './policy.ts'

type PlainPage = { status: number; title: string; body: Markup; retryAfter?: number }

/** A page that is drawn without Next and without the database, with its style in it. */
export function drawPlainPage({ status, title, body, retryAfter }: PlainPage): Answer {
  const document = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
<footer>
<form action="/search" role="search">
<label for="q">${serverWords.search}</label>
<input id="q" name="q" type="search">
<button>${serverWords.searchButton}</button>
</form>
<p><a href="/">${serverWords.home}</a></p>
</footer>
</body>
</html>
`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
    ...(retryAfter && { 'retry-after': String(retryAfter) }),
  }
  return { status, headers, body: Buffer.from(document.markup) }
}

/** It opts into view transitions where the site's pages do; else a browser reports the one that it broke off. */
const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 Georgia, 'Times New Roman', serif }
body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
label { display: block; margin-top: 1rem }
input, textarea, button { font: inherit; box-sizing: border-box; padding: .3rem .5rem }
textarea { width: 100% }
footer { margin-top: 3rem; border-top: 1px solid }
@media (prefers-reduced-motion: no-preference) { @view-transition { navigation: auto } }
`

const policy = plainPolicy(style)

const seconds = 30

/** By status. There are few, and in a flood one of them is the answer to nearly everything. */
const drawn = new Map<number, Answer>()

/** Our own page for a status, in place of one without visible text; with the seconds after which to come again. */
export function drawStatusPage(status: number, retryAfter = status === 503 ? seconds : undefined): Answer {
  const page = drawn.get(status) ?? drawWords(status)
  drawn.set(status, page)
  return retryAfter ? { ...page, headers: { ...page.headers, 'retry-after': String(retryAfter) } } : page
}

function drawWords(status: number) {
  const known = Object.entries(serverWords.pages).find(([code]) => code === String(status))?.[1]
  const { title, text } = known ?? (status >= 500 ? serverWords.pages[500] : serverWords.pages[404])
  return drawPlainPage({ status, title, body: html`<p>${text}</p>` })
}
