import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to the database that can be shut, and opened again. It is shut at first. */
export async function aBridge(databaseUrl: string) {
  const to = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const end of [near, far]) sockets.add(end.on('error', () => {}))
    near.pipe(far).pipe(near)
  })
  let port = 0
  const open = () => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  onTestFinished(async () => void (server.listening && (await close())))

  // A free port is found by opening it once.
  await open()
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
  await close()
  return { url: Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(port) }).href, open, close }
}
