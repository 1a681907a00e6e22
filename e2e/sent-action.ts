import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { findBuild } from '@/scripts/build-site'

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), filename: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

/** What the build lets browsers call, each with a page that has a form of it. */
function listCallable() {
  const build = join(findBuild() ?? '', 'server/server-reference-manifest.json')
  return Object.entries(manifest.parse(JSON.parse(readFileSync(build, 'utf8'))).node).map(
    ([id, { exportedName, filename, workers }]) => ({
      id,
      name: exportedName,
      file: filename,
      page: pageOf(Object.keys(workers)[0] ?? ''),
    }),
  )
}

/** `app/(people)/account/page` is drawn at `/account`. */
function pageOf(worker: string) {
  const path = worker
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]+\)/g, '')
  return path.replaceAll('[slug]', 'dredging-invoices').replaceAll(/\[\w+\]/g, newId()) || '/'
}

/** A reading from the cache has the highest bit of its id's first byte set. */
const isReading = ({ id }: { id: string }) => /^[89a-f]/.test(id)

/** Every server action of the site, as its forms name it. */
export const listActions = () => listCallable().filter((one) => !isReading(one))

export const listReadings = () => listCallable().filter(isReading)

export type Action = ReturnType<typeof listActions>[number]

type Headers = Record<string, string>

/** As a browser says where a form was sent from: a page of the site's own. */
export const fromOwnPage = (): Headers => ({ Origin: env().siteUrl, 'Sec-Fetch-Site': 'same-origin' })

/** Sends a form as a browser without scripts does. An id that begins with 60 is of an action that takes the form's state first. */
export function send(from: APIRequestContext, { id, page }: Action, fields: Headers = {}, headers = fromOwnPage()) {
  const action: Record<string, string> = id.startsWith('60')
    ? {
        $ACTION_REF_1: '',
        '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
        '$ACTION_1:1': JSON.stringify([{ status: 'idle' }]),
        $ACTION_KEY: 'k1',
      }
    : { [`$ACTION_ID_${id}`]: '' }
  const multipart = { ...action, articleId: newId(), commentId: newId(), seenAs: 'held', reason: 'spam', ...fields }
  return from.post(page, { multipart, headers, maxRedirects: 0 })
}

/** Calls an action as React does for a form that scripts send. */
export function sendByScript(from: APIRequestContext, { id, page }: Action, fields: Headers, headers = fromOwnPage()) {
  const multipart = new FormData()
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value)
  // After the form that it names, else React finds an empty one.
  multipart.append('0', JSON.stringify(id.startsWith('60') ? [{ status: 'idle' }, '$K1'] : ['$K1']))
  return from.post(page, { multipart, headers: { ...headers, 'Next-Action': id }, maxRedirects: 0 })
}
