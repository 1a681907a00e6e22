import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { AtEnd } from './node'

/**
 * A way to the database on which the answer to one query can be held back: whoever asked waits in the middle of what
 * they do, with what the query read. Everybody else is let through.
 */
export async function aGate(databaseUrl: string, atEnd: AtEnd = onTestFinished) {
  const to = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let hold: { query: string; reached(): void; opened: Promise<void> } | undefined

  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const end of [near, far])
      sockets.add(end.on('error', () => {}).on('close', () => [near, far].forEach(destroy)))
    const asked = createQueryReader()
    near.on('data', (chunk) => {
      const queries = asked(chunk)
      if (hold && queries.some((query) => query.includes(hold?.query ?? ''))) {
        const { reached, opened } = hold
        hold = undefined
        far.pause()
        // Long enough for the database to have answered.
        setTimeout(reached, 100)
        void opened.then(() => far.resume())
      }
      far.write(chunk)
    })
    far.on('data', (chunk) => near.write(chunk))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href,
    /** Holds the answer to the next query that has these words in it. */
    hold(query: string) {
      const [reached, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      hold = { query, reached: reached.resolve, opened: opened.promise }
      return { reached: reached.promise, open: opened.resolve }
    },
  }
}

const destroy = (socket: Socket) => void socket.destroy()

/**
 * Reads the queries out of what a client sends (PostgreSQL 55.7): `Parse` gives a query a name, under which `Bind` asks it
 * again later.
 */
function createQueryReader() {
  let rest = Buffer.alloc(0)
  let isStarted = false
  const named = new Map<string, string>()

  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    const asked: string[] = []
    for (;;) {
      const lengthAt = isStarted ? 1 : 0
      if (rest.length < lengthAt + 4) return asked
      const end = lengthAt + rest.readInt32BE(lengthAt)
      if (rest.length < end) return asked
      const kind = isStarted ? rest.toString('latin1', 0, 1) : ''
      const words = rest.toString('utf8', lengthAt + 4, end).split('\0')
      isStarted = true
      rest = rest.subarray(end)
      if (kind === 'P') named.set(words[0] ?? '', words[1] ?? '')
      if (kind === 'B') asked.push(named.get(words[1] ?? '') ?? '')
    }
  }
}
