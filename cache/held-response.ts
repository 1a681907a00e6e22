import { type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, ServerResponse } from 'node:http'
import { log } from '../lib/log.ts'

export type Head = { status: number; headers: OutgoingHttpHeaders }
export type Answer = Head & { body: Buffer }

/** `passed`: the answer went out as it was drawn. `late`: it did not come in time. `failed`: none will come. */
export type Outcome = Answer | 'passed' | 'late' | 'failed'

export type Holding = {
  /** Whether to hold an answer with this head back, rather than pass it on as it comes. */
  holds(head: Head): boolean
  /** The headers that go out with an answer that is passed on. */
  outward(head: Head): OutgoingHttpHeaders
  /** Milliseconds by which the whole answer must be there, or its head where it is passed on. */
  deadline: number
  /** A body that is still coming in: the deadline counts from its last byte. */
  upload?: IncomingMessage
}

/**
 * Has a request handler answer, and holds the answer back so that it may still be looked at and replaced.
 * Without `out` nobody's going away ends it, and all of the answer is held.
 */
export async function holdAnswer(
  handler: RequestListener,
  request: IncomingMessage,
  out: ServerResponse | undefined,
  holding: Holding,
) {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const held = new HeldResponse(request, out, holding, resolve)
  const timer = setTimeout(() => held.abandon('late'), holding.deadline)
  const gone = () => held.abandon('failed')
  const wait = () => timer.refresh()
  // Who has gone while waiting for a place closes nothing any more.
  if (out?.destroyed) gone()
  out?.once('close', gone)
  held.once('close', () => out?.off('close', gone))
  holding.upload?.on('data', wait)
  Promise.try(handler, request, held).catch((fault) => {
    log.error({ err: fault }, 'the site threw instead of answering')
    gone()
  })
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    holding.upload?.off('data', wait)
  }
}

class HeldResponse extends ServerResponse {
  #out: ServerResponse | undefined
  #holding: Holding
  #settle: (outcome: Outcome) => void
  #chunks: Buffer[] = []
  #state: 'open' | 'held' | 'passing' | 'abandoned' = 'open'

  constructor(
    request: IncomingMessage,
    out: ServerResponse | undefined,
    holding: Holding,
    settle: (outcome: Outcome) => void,
  ) {
    super(request)
    this.#out = out
    this.#holding = holding
    this.#settle = settle
    // Node declares a property where it has a getter, which a getter here could not override.
    Object.defineProperty(this, 'headersSent', { get: () => this.#state !== 'open' })
  }

  /**
   * Lets the handler go on, but what it writes from now on goes nowhere. An answer on its way out is let through when
   * it is late, and only no longer waited for: a slow reader keeps nobody else from being answered.
   */
  abandon(outcome: 'late' | 'failed') {
    if (this.finished || this.#state === 'abandoned') return
    if (this.#state === 'passing' && outcome === 'late') return this.#settle('passed')
    if (this.#state === 'passing') this.#out?.destroy()
    this.#state = 'abandoned'
    this.#settle(outcome)
    this.emit('close')
  }

  override writeHead(status: number, ...rest: unknown[]) {
    this.statusCode = status
    const headers = rest.at(-1)
    if (Array.isArray(headers)) for (let i = 0; i < headers.length; i += 2) this.setHeader(headers[i], headers[i + 1])
    else if (headers && typeof headers === 'object') {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value)
    }
    return this
  }

  override flushHeaders() {
    this.#decide()
  }

  override write(chunk: unknown, ...rest: unknown[]) {
    this.#decide()
    const done = rest.find(isCallback)
    if (this.#state === 'passing' && this.#out) return this.#out.write(bytes(chunk, rest[0]), done)
    if (this.#state === 'held') this.#chunks.push(bytes(chunk, rest[0]))
    if (done) process.nextTick(done)
    return true
  }

  override end(...given: unknown[]) {
    if (this.finished) return this
    const [chunk, encoding] = given.filter((part) => typeof part !== 'function')
    if (chunk !== undefined && chunk !== null) this.write(chunk, encoding)
    this.#decide()
    this.finished = true
    if (this.#state === 'passing') {
      this.#out?.end()
      process.nextTick(() => this.#close('passed'))
    } else process.nextTick(() => this.#close({ ...this.#head(), body: Buffer.concat(this.#chunks) }))
    const done = given.find(isCallback)
    if (done) this.once('finish', done)
    return this
  }

  #close(outcome: Outcome) {
    this.emit('finish')
    this.emit('close')
    if (this.#state !== 'abandoned') this.#settle(outcome)
  }

  #decide() {
    if (this.#state !== 'open') return
    const head = this.#head()
    this.#state = this.#out && !this.#holding.holds(head) ? 'passing' : 'held'
    if (this.#state === 'held') return
    this.#out?.on('drain', () => this.emit('drain'))
    this.#out?.writeHead(head.status, this.#holding.outward(head))
  }

  #head(): Head {
    return { status: this.statusCode, headers: { ...this.getHeaders() } }
  }
}

const isCallback = (part: unknown): part is () => void => typeof part === 'function'

function bytes(chunk: unknown, encoding: unknown) {
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  return Buffer.from(String(chunk), Buffer.isEncoding(String(encoding)) ? (String(encoding) as BufferEncoding) : 'utf8')
}
