import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { log } from '../lib/log.ts'
import type { Answer } from './held-response.ts'

const largestReport = 16 * 1024

const text = z.string().max(4000).default('')

const report = z.object({
  'csp-report': z.object({
    'document-uri': text,
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'source-file': text,
    'line-number': z.number().optional(),
  }),
})

const taken: Answer = { status: 204, headers: { 'cache-control': 'no-store' }, body: Buffer.alloc(0) }

/**
 * Logs what a browser says that a page's policy forbade. Anybody may send anything: it is cut short, and what an
 * address asks for stays out of the log, since it may be somebody's search.
 */
export async function takePolicyReport(request: IncomingMessage): Promise<Answer> {
  const sent = await readShort(request)
  if (!sent) return { ...taken, status: 413 }
  const read = report.safeParse(parse(sent))
  if (!read.success) return { ...taken, status: 400 }
  const told = read.data['csp-report']
  log.warn(
    {
      page: placeOf(told['document-uri']),
      directive: (told['effective-directive'] || told['violated-directive']).slice(0, 60),
      blocked: placeOf(told['blocked-uri']),
      source: placeOf(told['source-file']),
      line: told['line-number'],
    },
    'a browser did not do what a page’s policy forbids',
  )
  return taken
}

/** The body, or undefined where it is longer than any report. */
async function readShort(request: IncomingMessage) {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.byteLength
    if (bytes > largestReport) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parse(sent: string): unknown {
  try {
    return JSON.parse(sent)
  } catch {
    return undefined
  }
}

/** Host and path of an address; of what is none, a word such as `inline`. */
function placeOf(address: string) {
  const url = URL.parse(address)
  return (url?.host ? `${url.host}${url.pathname}` : address.replace(/[:?#].*/s, '')).slice(0, 200)
}
