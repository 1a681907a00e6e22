import type { NextRequest } from 'next/server'
import { unsubscribe } from '@/domain/notification/preference'
import { unsubscribePage } from '@/domain/notification/unsubscribe-token'
import { env } from '@/lib/env'
import { notificationWords } from '@/lib/words/notification'

const words = notificationWords.unsubscribe

/** Opening a letter's link changes nothing, since mail scanners open links too: it leads to a page with a button. */
export async function GET(_: NextRequest, { params }: RouteContext<'/api/unsubscribe/[token]'>) {
  return leadTo(unsubscribePage((await params).token))
}

/**
 * What a mail program sends when its reader wants no more of these letters (RFC 8058), without cookies, and what the
 * button of that page sends. The first is answered by itself, since a redirect of a POST need not be followed.
 */
export async function POST(request: NextRequest, { params }: RouteContext<'/api/unsubscribe/[token]'>) {
  const { token } = await params
  const outcome = await unsubscribe(token)
  if (request.nextUrl.searchParams.has('page')) return leadTo(unsubscribePage(token, outcome.ok))
  const said = outcome.ok ? words.done : words.dead
  return new Response(`${said}\n`, { status: outcome.ok ? 200 : 404, headers: { ...plain, ...unstored } })
}

const plain = { 'content-type': 'text/plain; charset=utf-8' }
const unstored = { 'cache-control': 'no-store' }

function leadTo(page: string) {
  return new Response(null, { status: 303, headers: { location: new URL(page, env().siteUrl).href, ...unstored } })
}
