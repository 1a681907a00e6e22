import type { OutgoingHttpHeaders } from 'node:http'
import CachePolicy from 'http-cache-semantics'
import { endOf } from './entry-tags.ts'
import type { Answer } from './held-response.ts'
import { begunHeader, tagsHeader } from './isr-handler.ts'
import type { Lifetime } from './page-entry.ts'
import type { Moment } from './tag-clock.ts'

/** Pages that are not there are asked for by guessers without end, and cost little to draw again. */
const missLasts = 60_000

/** The fields by which Next tells its router's requests from readers'; the former never come near the store. */
const routerFields =
  /^(accept-encoding|rsc|next-router-state-tree|next-router-prefetch|next-router-segment-prefetch|next-url)$/

/** The tags of an answer, and when its drawing began where it says so. */
export function originOf({ headers }: Answer, asked: Moment) {
  const begun = Number(headers[begunHeader])
  const tags = String(headers[tagsHeader] ?? '')
    .split(',')
    .filter(Boolean)
  return { tags, begun: begun > 0 ? begun : asked }
}

/** How long an answer may be served to everybody, or undefined where it may not be stored (RFC 9111, RFC 5861). */
export function lifetimeOf(path: string, answer: Answer, asked: Moment): Lifetime | undefined {
  const headers = plain(answer.headers)
  const policy = new CachePolicy(
    { url: path, method: 'GET', headers: {} },
    { status: answer.status, headers },
    { shared: true },
  )
  if (!forEveryone.test(headers['cache-control'] ?? '') || headers['set-cookie'] !== undefined) return undefined
  if (!policy.storable() || !variesByRouterOnly(headers.vary)) return undefined

  const { tags, begun } = originOf(answer, asked)
  const freshUntil = begun + policy.maxAge() * 1000
  const serveStaleFor = (answer.status === 200 && secondsOf('stale-while-revalidate', headers)) || 0
  const longest = answer.status === 200 ? Number.POSITIVE_INFINITY : begun + missLasts
  return { tags, begun, freshUntil, end: Math.min(endOf(tags), freshUntil + serveStaleFor * 1000, longest) }
}

/** What Next drew for everyone, and pictures, which never change. */
const forEveryone = /\bs-maxage=|^public\b.*\bimmutable\b/

const variesByRouterOnly = (vary = '') =>
  vary
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .every((name) => routerFields.test(name))

const secondsOf = (directive: string, headers: Record<string, string>) =>
  Number(new RegExp(`\\b${directive}=(\\d+)`).exec(headers['cache-control'] ?? '')?.[1])

const plain = (headers: OutgoingHttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  )
