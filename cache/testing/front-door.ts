import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { createFrontDoor } from '../front-door.ts'
import { createTagClock } from '../tag-clock.ts'
import type { Site } from '../visit.ts'

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Uint8Array }

/** A front door with a handler of the test's own where Next would be, and a way to knock. */
export async function aFrontDoor(next: RequestListener, different: Partial<Site> = {}) {
  const server = createServer(
    createFrontDoor({
      next,
      url: new URL('https://paper.example'),
      isTrustedProxy: () => false,
      isDatabaseReachable: async () => true,
      checks: {},
      clock: createTagClock(),
      deadline: 5000,
      dev: false,
      room: 2 ** 24,
      ...different,
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, knock: (path: string, sent: Sent = {}) => knock(port, path, sent) }
}

/** As fetch, but it sends any header and any path as they are. */
function knock(port: number, path: string, { method = 'GET', headers = {}, body }: Sent) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const knocking = request({ port, host: '127.0.0.1', path, method, headers }, async (answer) => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) })
    })
    knocking.on('error', reject).end(body)
  })
}

/** A form as a browser sends it without script; `$ACTION_ID_…` is how Next knows its action. */
export async function aForm(fields: Record<string, string | Blob>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ $ACTION_ID_60ab: '', ...fields })) form.append(name, value)
  const { headers, body } = new Request('http://localhost', { method: 'POST', body: form })
  const bytes = new Uint8Array(await new Response(body).arrayBuffer())
  return { method: 'POST', headers: { 'content-type': headers.get('content-type') ?? '' }, body: bytes }
}

export const emptyPage = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>'
export const page = '<!DOCTYPE html><html lang="en"><body><main>Bridge reopens</main></body></html>'

export function answering(status: number, body: string, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(body)
  }
}

/** Where Next would be, something that remembers what it was asked. */
export function remembering() {
  const asked: { url: string; method: string; headers: IncomingHttpHeaders }[] = []
  const next: RequestListener = (request, response) => {
    asked.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers })
    response.setHeader('content-type', 'text/html')
    response.end(page)
  }
  return { asked, next }
}
