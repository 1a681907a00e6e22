import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

type State = 'open' | 'hanging' | 'shut'

/** A way to a database that a test can shut, or let hang as a network does that loses everything. */
export async function startDatabaseProxy(databaseUrl: string) {
  const address = new URL(databaseUrl)
  const [host, port] = [address.hostname, Number(address.port || 5432)]
  const open = new Set<Socket>()
  let state: State = 'open'

  const server = createServer((near) => {
    if (state === 'shut') return near.destroy()
    const far = connect(port, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => void (state === 'open' && to.write(bytes)))
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const listening = server.address()
  address.host = `127.0.0.1:${typeof listening === 'object' ? listening?.port : 0}`

  return {
    url: address.href,
    /** Nothing that is sent arrives any more, and nobody is told. What was sent meanwhile is lost. */
    hang() {
      state = 'hanging'
    },
    /** Breaks off every connection, and takes no new one. */
    shut() {
      state = 'shut'
      for (const socket of open) socket.destroy()
    },
    /** Breaks off what hung, and lets through again. */
    open() {
      for (const socket of open) if (state === 'hanging') socket.destroy()
      state = 'open'
    },
  }
}
