import type { NextRequest } from 'next/server'
import { env } from '@/lib/env'

/**
 * Next-auth's own addresses, of which no browser needs any: our actions speak to it on the server. Its e-mail
 * callback would consume a token whoever follows the link, a mail scanner too: it leads to the page that asks first.
 */
export async function GET(request: NextRequest, { params }: RouteContext<'/api/auth/[...nextauth]'>) {
  const path = (await params).nextauth.join('/')
  if (path !== 'callback/email') return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const page = new URL('/sign-in/confirm', env().siteUrl)
  for (const name of ['token', 'email']) page.searchParams.set(name, request.nextUrl.searchParams.get(name) ?? '')
  return new Response(null, { status: 303, headers: { location: page.href, 'cache-control': 'no-store' } })
}
