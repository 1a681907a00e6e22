import type { ServerResponse } from 'node:http'
import { addressPrefix } from '../lib/address-prefix.ts'
import type { Answer } from './held-response.ts'
import { safety, sendAnswer } from './outward.ts'
import type { TagClock } from './tag-clock.ts'
import type { Visit } from './visit.ts'

type Bounds = {
  /** Connections that one node, and one address prefix there, may hold at once. */
  most: number
  mostOfPrefix: number
  /** Milliseconds between two signs of life, without which proxies hang up. */
  sign: number
  /** Milliseconds between two tellings of one article. */
  rest: number
}

const usual: Bounds = { most: 2000, mostOfPrefix: 60, sign: 25_000, rest: 5000 }

const path = /^\/live\/comments\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export const isForCommentEvents = (visit: Pick<Visit, 'path'>) => visit.path.startsWith('/live/')

export type CommentEvents = ReturnType<typeof createCommentEvents>

/**
 * Tells open pages that the comments of their article have changed, as server-sent events, when the article's tag is
 * invalidated. It says nothing of what changed: who hears it looks at the page, which is stored for everyone.
 */
export function createCommentEvents(clock: Pick<TagClock, 'onInvalidation'>, given: Partial<Bounds> = {}) {
  const bounds = { ...usual, ...given }
  const listening = new Map<string, Set<ServerResponse>>()
  const ofPrefix = new Map<string, number>()
  const resting = new Map<string, boolean>()
  let count = 0
  let isClosed = false

  function tell(article: string) {
    const heard = listening.get(article)
    if (!heard) return
    if (resting.has(article)) return void resting.set(article, true)
    for (const out of heard) write(out, 'event: comments\ndata:\n\n')
    resting.set(article, false)
    setTimeout(() => wake(article), bounds.rest).unref()
  }

  function wake(article: string) {
    const isNamedAgain = resting.get(article)
    resting.delete(article)
    if (isNamedAgain) tell(article)
  }

  clock.onInvalidation(({ tags }) => {
    if (listening.size === 0) return
    const articles = tags ? tags.flatMap((tag) => /^comments:(.*)/.exec(tag)?.[1] ?? []) : [...listening.keys()]
    for (const article of articles) tell(article)
  })

  const signs = setInterval(() => {
    for (const heard of listening.values()) for (const out of heard) write(out, ':\n\n')
  }, bounds.sign).unref()

  function join(article: string, prefix: string, out: ServerResponse) {
    const heard = listening.get(article) ?? new Set()
    listening.set(article, heard.add(out))
    ofPrefix.set(prefix, (ofPrefix.get(prefix) ?? 0) + 1)
    count += 1
    out.once('close', () => leave(article, prefix, out))
  }

  function leave(article: string, prefix: string, out: ServerResponse) {
    const heard = listening.get(article)
    heard?.delete(out)
    if (heard?.size === 0) listening.delete(article)
    const left = (ofPrefix.get(prefix) ?? 1) - 1
    if (left > 0) ofPrefix.set(prefix, left)
    else ofPrefix.delete(prefix)
    count -= 1
  }

  return {
    /** Connections that are open now. */
    count: () => count,

    /** Answers a page that wants to hear of an article's comments; one too many is told not to come again. */
    answer({ path: asked, request, out }: Pick<Visit, 'path' | 'request' | 'out'>, client: string) {
      const article = path.exec(asked)?.[1]
      const prefix = addressPrefix(client)
      const isFull = count >= bounds.most || (ofPrefix.get(prefix) ?? 0) >= bounds.mostOfPrefix
      if (!article || isFull || isClosed || request.method !== 'GET') return sendAnswer(request, out, nothing)
      out.writeHead(200, { ...safety(), ...head })
      // Where the site starts anew, not all of its readers come in the same second.
      out.write(`retry: ${5000 + Math.round(Math.random() * 10_000)}\n\n`)
      join(article, prefix, out)
    },

    close() {
      isClosed = true
      clearInterval(signs)
      for (const heard of listening.values()) for (const out of heard) out.end()
    },
  }
}

const head = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // nginx would keep the events until there are enough of them.
  'x-accel-buffering': 'no',
}

/** With this status a browser does not connect again (HTML, server-sent events, 9.2.2). */
const nothing: Answer = { status: 204, headers: { 'cache-control': 'no-store' }, body: Buffer.alloc(0) }

/** Whoever does not read what they are told is let go. */
function write(out: ServerResponse, text: string) {
  if (out.writableLength > 16_384) out.destroy()
  else out.write(text)
}
