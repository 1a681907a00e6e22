import type { OutgoingHttpHeaders } from 'node:http'
import { log } from '../lib/log.ts'
import { findFrameworkParts, withoutParts } from './framework-parts.ts'
import type { Answer, Head } from './held-response.ts'
import type { InlineStyle } from './inline-styles.ts'
import { deskPolicy, developmentPolicy, documentPolicyWith } from './policy.ts'
import { rulesHeader } from './speculation-rules.ts'
import type { Site, Visit } from './visit.ts'

/**
 * An answer of Next as it goes out: a page as a document, without the framework's scripts. The desks keep them, and
 * `next dev` keeps them everywhere.
 */
export async function dressAnswer(
  { dev, findStyle }: Pick<Site, 'dev' | 'findStyle'>,
  { nonce, path }: Pick<Visit, 'nonce' | 'path'>,
  answer: Answer,
) {
  if (!isPage(answer)) return answer
  if (dev) return under(developmentPolicy, answer)
  if (nonce && answer.status < 400) return under(deskPolicy(nonce), answer)
  return hasNoText(answer) ? answer : makeDocument(path, answer, findStyle)
}

function under(policy: string, { status, headers, body }: Answer): Answer {
  return { status, headers: { ...headers, 'content-security-policy': policy }, body }
}

/** What is not understood stays as it is: a reader can read it, and a log can be read. */
function makeDocument(path: string, { status, headers, body }: Answer, findStyle: Site['findStyle']): Answer {
  const page = body.toString()
  const styles = new Set<InlineStyle>()
  const found = findFrameworkParts(page, (address) => {
    const style = findStyle?.(address)
    if (style) styles.add(style)
    return style?.text
  })
  if ('parts' in found) {
    const document = { status, headers: { ...withoutScripts(headers), ...rulesHeader } }
    const policy = documentPolicyWith([...styles].map(({ hash }) => hash))
    return under(policy, { ...document, body: Buffer.from(withoutParts(page, found.parts)) })
  }
  log.error({ path, unknown: found.unknown }, 'a page could not be made a document')
  return { status, headers, body }
}

/** Next tells the fonts of a stored page twice. */
function withoutScripts({ link, ...headers }: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const links = [link ?? []].flatMap((value) => String(value).split(/,\s*(?=<)/))
  const kept = new Set(links.filter((one) => one && !/;\s*(as="?script\b|rel="?modulepreload\b)/i.test(one)))
  return kept.size > 0 ? { ...headers, link: [...kept].join(', ') } : headers
}

export const isPage = ({ headers }: Head) => /^text\/html\b/i.test(String(headers['content-type'] ?? ''))

const emptyPage = /^\s*<!doctype html>\s*<html\b[^>]*\bid="__next_error__"/i

/**
 * Whether a person without scripts would find nothing to read in a page's answer: Next's page that waits for scripts,
 * or its few bytes of plain text.
 */
export function hasNoText(answer: Answer) {
  if (isPage(answer)) return emptyPage.test(answer.body.subarray(0, 2048).toString('latin1'))
  return answer.status >= 500 || (answer.status >= 400 && answer.headers['content-type'] === undefined)
}
