import { connect, type Socket } from 'node:net'

/** What was answered: status 0 where the connection failed. `length` is that of the body. */
export type Head = { status: number; encoding: string; length: number }

type Waiting = { resolve: (head: Head) => void; chunks: Buffer[]; received: number; whole: number; head?: Head }

const failed: Head = { status: 0, encoding: '', length: 0 }

/**
 * One question after the other on one connection, which is opened again where it was closed. Only what the bench needs
 * of HTTP/1.1: answers that name their length (RFC 9112 6.2), so that the client costs less than what it measures.
 */
export function openConnection(port: number) {
  let socket: Socket | undefined
  let waiting: Waiting | undefined

  function settle(head: Head) {
    const { resolve } = waiting ?? {}
    waiting = undefined
    resolve?.(head)
  }
  function open() {
    const opened = connect(port, '127.0.0.1').setNoDelay()
    opened.on('data', (chunk) => {
      if (waiting && take(waiting, chunk)) settle(waiting.head ?? failed)
    })
    opened.on('error', () => {})
    opened.on('close', () => {
      if (socket === opened) socket = undefined
      settle(failed)
    })
    return opened
  }
  return {
    ask(question: string) {
      return new Promise<Head>((resolve) => {
        waiting = { resolve, chunks: [], received: 0, whole: Number.POSITIVE_INFINITY }
        socket ??= open()
        socket.write(question)
      })
    },
    close: () => socket?.destroy(),
  }
}

/** Whether the answer is complete with this chunk. */
function take(answer: Waiting, chunk: Buffer) {
  answer.received += chunk.byteLength
  if (!answer.head) {
    answer.chunks.push(chunk)
    const start = answer.chunks.length === 1 ? chunk : Buffer.concat(answer.chunks)
    const end = start.indexOf('\r\n\r\n')
    if (end < 0) return false
    answer.head = readHead(start.toString('latin1', 0, end))
    answer.whole = end + 4 + answer.head.length
  }
  return answer.received >= answer.whole
}

export function readHead(text: string): Head {
  const field = (name: string) => text.match(new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, 'im'))?.[1] ?? ''
  const status = Number(text.match(/^HTTP\/1\.1 (\d{3})/)?.[1] ?? 0)
  return { status, encoding: field('content-encoding'), length: Number(field('content-length')) }
}
