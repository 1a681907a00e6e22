import { Agent, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** What a browser of today takes. */
export const acceptEncoding = 'gzip, deflate, br'

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

export type Answer = Awaited<ReturnType<typeof ask>>

/** Asks as a browser does, and leaves the body as it came. `ms` is from the question to the last byte. */
export function ask(url: string, headers: Record<string, string> = {}) {
  const began = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number
    headers: Record<string, string | string[] | undefined>
    body: Buffer
    ms: number
  }>()
  request(url, { agent, headers: { 'accept-encoding': acceptEncoding, ...headers } }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk) => chunks.push(chunk))
    answer.on('error', reject)
    answer.on('end', () =>
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: Buffer.concat(chunks),
        ms: performance.now() - began,
      }),
    )
  })
    .on('error', reject)
    .end()
  return promise
}

/** An error page is fast too: an answer counts only where it is whole, compressed and not shorter than it should be. */
export function requirePage(answer: Answer, url: string, least = 1) {
  const encoding = String(answer.headers['content-encoding'] ?? 'none')
  if (answer.status !== 200 || !/^(gzip|br)$/.test(encoding) || answer.body.byteLength < least)
    throw new Error(`${url} answered ${answer.status}, encoding ${encoding}, ${answer.body.byteLength} bytes`)
  return { ...answer, encoding }
}

const decompress = { gzip: gunzipSync, br: brotliDecompressSync }

/** What the answer says, whatever it is packed in. */
export function textOf({ headers, body }: Answer) {
  const encoding = headers['content-encoding']
  const isPacked = encoding === 'gzip' || encoding === 'br'
  return (isPacked ? decompress[encoding](body) : body).toString()
}

export function requireComments(html: string, url: string, comments: number) {
  const drawn = html.match(/id="comment-[0-9a-f-]{36}"/g)?.length ?? 0
  if (drawn < comments) throw new Error(`${url} has ${drawn} comments, not ${comments}`)
}
