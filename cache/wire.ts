import type { IncomingMessage, ServerResponse } from 'node:http'

/** An answer as it goes over the wire: the head that Node made for the first who asked, then all of it in one piece. */
type Wire = { head: string; whole?: Buffer }

/** What Node keeps of an answer whose head is written. */
type Written = ServerResponse & { _header: string | null; _headerSent: boolean }

/** A copy of a larger one, such as a picture, costs more than it saves. */
const largestBody = 64 * 1024

/** Node knows its headers by this list. */
type Head = string[]

/**
 * Answers that are asked for again within the second in which Node wrote their head are sent as that first one was, in
 * one write, without checking and joining their headers again. In the next second age and date are others: then all of
 * it is forgotten, so that it never holds more than the pages of one second.
 */
export function createWires() {
  const wires = new Map<Head, Wire>()
  let second = 0

  /** Answers with status, headers and body. Headers that `out` has already are sent too, by Node. */
  function send(request: IncomingMessage, out: ServerResponse, answer: Answer, now: number) {
    const isUsual = isUsualRequest(request, out) && (answer.body?.byteLength ?? 0) <= largestBody
    const wire = isUsual ? wireOf(answer.head, now) : undefined
    if (wire) return sendWire(out as Written, wire, answer)
    out.writeHead(answer.status, answer.head)
    const { _header: head } = out as Written
    if (isUsual && head) wires.set(answer.head, { head })
    return out.end(request.method === 'HEAD' ? undefined : answer.body)
  }

  function wireOf(head: Head, now: number) {
    const current = Math.floor(now / 1000)
    if (current !== second) wires.clear()
    second = current
    return wires.get(head)
  }

  return send
}

type Answer = { status: number; head: Head; body: Buffer | undefined }

/** What nearly everybody sends. To others Node may have something else to say, as that the connection ends. */
const isUsualRequest = ({ method, httpVersion }: IncomingMessage, out: ServerResponse) =>
  method === 'GET' &&
  httpVersion === '1.1' &&
  out.shouldKeepAlive &&
  !out.headersSent &&
  out.getHeaderNames().length === 0

function sendWire(out: Written, wire: Wire, { status, body }: Answer) {
  wire.whole ??= Buffer.concat([Buffer.from(wire.head, 'latin1'), ...(body ? [body] : [])])
  out.statusCode = status
  out._header = wire.head
  out._headerSent = true
  return out.end(wire.whole)
}
