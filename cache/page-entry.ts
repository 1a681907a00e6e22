import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { cdnHeaders } from './cdn.ts'
import { chooseEncoding, decode, type Effort, type Encoding, encode, isCompressible } from './encoding.ts'
import type { Answer } from './held-response.ts'
import { outwardHeaders, withEncoding } from './outward.ts'
import type { Moment } from './tag-clock.ts'
import { createWires } from './wire.ts'

/** What decides how long a stored page may be served. Times in milliseconds since the epoch. */
export type Lifetime = {
  tags: readonly string[]
  begun: Moment
  /** From then on it is refreshed while it is still served. */
  freshUntil: number
  /** From then on it is drawn anew before anybody gets it. */
  end: number
}

/** A finished answer in the encodings that were asked for so far. */
export type PageEntry = Lifetime & {
  status: number
  headers: OutgoingHttpHeaders
  /** The hash of the body as it is; each encoding's ETag is made from it. */
  hash: string
  /** The encoding that the others are made from: `br` where that is worth it. */
  master: Encoding
  forms: Map<Encoding, Form>
  /** The clock's last change at which the entry was seen to be good. */
  checked: Moment
  /** How often it was sent at once. */
  hits: number
  /** Whether its bytes are as small as they get. */
  isBest: boolean
  /** Where it is served because nothing newer could be drawn: when that was tried, and when it is tried again. */
  triedAt: Moment
  retryAt: number
}

/** Headers as Node writes them fastest: names and values in turn, the age last. */
type Form = { body: Buffer; head: string[]; unchanged: string[]; aged: number }

/** The whole answer, compressed once for everybody. */
export async function makeEntry(answer: Answer, lifetime: Lifetime, forCdn = false): Promise<PageEntry> {
  const hash = createHash('sha256').update(answer.body).digest('base64url').slice(0, 27)
  const master = isCompressible(answer.headers['content-type'], answer.body.byteLength) ? 'br' : 'identity'
  return reviveEntry({
    ...lifetime,
    status: answer.status,
    headers: { ...outwardHeaders(answer), ...(forCdn && answer.status === 200 && cdnHeaders(answer, lifetime)) },
    hash,
    master,
    body: await encode(answer.body, master),
  })
}

export type KeptEntry = Omit<PageEntry, 'forms' | 'checked' | 'hits' | 'isBest' | 'triedAt' | 'retryAt'> & {
  body: Buffer
}

/** An entry from its master encoding. */
export function reviveEntry({ body, ...kept }: KeptEntry): PageEntry {
  const entry: PageEntry = {
    ...kept,
    forms: new Map(),
    checked: 0,
    hits: 0,
    isBest: kept.master === 'identity',
    triedAt: 0,
    retryAt: 0,
  }
  entry.forms.set(entry.master, makeForm(entry, entry.master, body))
  return entry
}

export function bytesOf({ forms, headers, tags }: PageEntry) {
  const bodies = [...forms.values()].reduce((sum, { body }) => sum + body.byteLength, 0)
  return bodies + 2048 + JSON.stringify(headers).length + tags.reduce((sum, tag) => sum + 2 * tag.length + 16, 0)
}

/** The entry's bytes in its master encoding. */
export const masterBody = ({ forms, master }: PageEntry) => forms.get(master)?.body ?? Buffer.alloc(0)

/** Which of the entry's encodings a request is answered with. */
export const encodingFor = ({ headers }: IncomingMessage, { master }: PageEntry): Encoding =>
  master === 'identity' ? 'identity' : chooseEncoding(headers['accept-encoding'])

/** Answers with a form that is there; `false` where it must be made first. This is the path that has to be short. */
export function sendReady(request: IncomingMessage, out: ServerResponse, entry: PageEntry, now: number) {
  const form = entry.forms.get(encodingFor(request, entry))
  if (form) sendForm(request, out, entry, form, now)
  return form !== undefined
}

/** Answers, with an encoding made for it where nobody has asked for that one before. Tells whether the entry grew. */
export async function sendEntry(request: IncomingMessage, out: ServerResponse, entry: PageEntry) {
  if (sendReady(request, out, entry, Date.now())) return false
  const encoding = encodingFor(request, entry)
  const form = await addForm(entry, encoding)
  if (!out.destroyed && !out.headersSent) sendForm(request, out, entry, form, Date.now())
  return encoding === 'gzip'
}

/** Puts better bytes in the place of those that were made in haste. */
export async function improveEntry(entry: PageEntry) {
  entry.isBest = true
  const body = await encode(await decode(masterBody(entry), entry.master), entry.master, 'best')
  if (body.byteLength < masterBody(entry).byteLength)
    entry.forms.set(entry.master, makeForm(entry, entry.master, body, 'best'))
}

/** The body as it is is asked for by few and large: it is made each time and not kept. */
async function addForm(entry: PageEntry, encoding: Encoding) {
  const body = await encode(await decode(masterBody(entry), entry.master), encoding)
  const form = makeForm(entry, encoding, body)
  if (encoding === 'gzip') entry.forms.set(encoding, form)
  return form
}

function sendForm(
  request: IncomingMessage,
  out: ServerResponse,
  { status, hash, begun }: PageEntry,
  form: Form,
  now: number,
) {
  const age = Math.max(0, Math.floor((now - begun) / 1000))
  if (form.aged !== age) {
    form.aged = age
    form.head[form.head.length - 1] = form.unchanged[form.unchanged.length - 1] = String(age)
  }
  const known = request.headers['if-none-match']
  if (known !== undefined && status === 200 && knows(known, hash))
    sendOnWire(request, out, { status: 304, head: form.unchanged, body: undefined }, now)
  else sendOnWire(request, out, { status, head: form.head, body: form.body }, now)
}

const sendOnWire = createWires()

/** RFC 9110 13.1.2. Whoever has the body in another encoding has the same page. */
function knows(known: string, hash: string) {
  return known.includes(`"${hash}`) || known.trim() === '*'
}

function makeForm(
  { headers, hash, master, status }: PageEntry,
  encoding: Encoding,
  body: Buffer,
  effort: Effort = 'quick',
): Form {
  // Strong: different bytes, different tag.
  const etag = `"${hash}${encoding === 'identity' ? '' : `-${encoding}${effort === 'best' ? '-best' : ''}`}"`
  const vary = master === 'identity' ? headers.vary : withEncoding(headers.vary)
  const common = { ...headers, ...(vary !== undefined && { vary }), ...(status === 200 && { etag }) }
  const described = {
    ...common,
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    'content-length': body.byteLength,
  }
  const head = flat({ ...described, age: '0' })
  return { body, head, unchanged: flat({ ...without(common, ofTheBody), age: '0' }), aged: 0 }
}

const ofTheBody = ['content-type', 'content-length', 'content-encoding']

const without = (headers: OutgoingHttpHeaders, names: readonly string[]) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

function flat(headers: OutgoingHttpHeaders) {
  return Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((one) => [name, String(one)]))
}
