import { env } from '@/lib/env'
import { accountWords } from '@/lib/words/account'
import { escapedMarkup } from '../escaped-markup'
import { letterPage } from './letter-page'
import type { Letter } from './send-letter'

type Parts = { email: string; code: string; link: string }

/** The letter that lets its reader in: a link for any device, six digits for the browser that asked. */
export function signInLetter({ email, code, link }: Parts): Letter {
  const words = accountWords.letter
  const { siteName } = env()
  const paragraphs = [words.greeting(siteName), words.code, code, words.link, link, words.expires, words.notYou]
  return {
    to: email,
    subject: words.subject(siteName),
    text: `${paragraphs.join('\n\n')}\n`,
    html: asHtml(siteName, code, link),
    link,
  }
}

function asHtml(siteName: string, code: string, link: string) {
  const words = accountWords.letter
  return letterPage(words.subject(siteName), [
    `<p>${escapedMarkup(words.greeting(siteName))}</p><p>${escapedMarkup(words.code)}</p>`,
    `<p style="font-size: 2rem; letter-spacing: 0.25em"><strong>${escapedMarkup(code)}</strong></p>`,
    `<p>${escapedMarkup(words.link)}</p><p><a href="${escapedMarkup(link)}">${escapedMarkup(words.linkText)}</a></p>`,
    `<p>${escapedMarkup(words.expires)}</p><p>${escapedMarkup(words.notYou)}</p>`,
  ])
}
