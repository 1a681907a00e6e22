import { type IncomingHttpHeaders, IncomingMessage } from 'node:http'

type Head = { method: string; url: string; headers: IncomingHttpHeaders }

/**
 * The request that Next gets in place of the reader's. The reader's stays as it came, so that Next can be asked a
 * second time, and so that nothing Next does to its copy ends the connection.
 */
export class InnerRequest extends IncomingMessage {
  #outer: IncomingMessage | undefined

  /** `outer` lends its socket; its body is passed on only where `withBody` says so. */
  constructor(outer: IncomingMessage, { method, url, headers }: Head, withBody = false) {
    super(outer.socket)
    Object.assign(this, { method, url, headers, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 })
    this.rawHeaders = Object.entries(headers).flatMap(([name, value]) => [name, String(value)])
    if (withBody) this.#follow(outer)
    else this.#finish()
  }

  #follow(outer: IncomingMessage) {
    this.#outer = outer
    outer.on('data', (chunk) => {
      if (!this.destroyed && !this.push(chunk)) outer.pause()
    })
    outer.once('end', () => this.#finish())
    outer.once('close', () => this.complete || this.destroy())
    outer.pause()
  }

  #finish() {
    this.complete = true
    if (!this.destroyed) this.push(null)
  }

  override _read() {
    this.#outer?.resume()
  }

  /** Node's own would close the reader's connection, before we have answered. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void) {
    done(error)
  }
}
