import { setTimeout as pause } from 'node:timers/promises'
import { invalidate, tags, transact } from '@/db/invalidate'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'

const longest = 10_000

/**
 * Invalidates what carries these tags, and waits until the site has heard of it, which is another process: it tells those
 * who listen to an article's comments, here of an article that nobody else knows.
 */
export async function tellSite(siteUrl: string, named: string[]) {
  const article = newId()
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longest)])
  const heard = await fetch(`${siteUrl}/live/comments/${article}`, { signal })
  if (!heard.body) throw new Error(`the site tells nobody of comments: ${heard.status}`)
  await transact((tx) => invalidate(tx, [...named, tags.comments(article)], 'now'))
  let said = ''
  for await (const piece of heard.body.pipeThrough(new TextDecoderStream())) {
    said += piece
    if (said.includes('event: comments')) break
  }
  stop.abort()
  // It was one of them that said so.
  if (env().e2eNodes > 1) await pause(300)
}
