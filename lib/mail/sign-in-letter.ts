import { env } from '@/lib/env'
import { accountWords } from '@/lib/words/account'
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
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(words.subject(siteName))}</title></head>`,
    '<body style="font: 1rem/1.5 sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem">',
    `<p>${escaped(words.greeting(siteName))}</p><p>${escaped(words.code)}</p>`,
    `<p style="font-size: 2rem; letter-spacing: 0.25em"><strong>${escaped(code)}</strong></p>`,
    `<p>${escaped(words.link)}</p><p><a href="${escaped(link)}">${escaped(words.linkText)}</a></p>`,
    `<p>${escaped(words.expires)}</p><p>${escaped(words.notYou)}</p></body></html>`,
  ].join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
