import { createServer, request } from 'node:http'
import { pipeline } from 'node:stream'
import type { AtEnd, Node } from './node'

/** A proxy in front of several nodes that sends each request to the next one, whoever asks. */
export async function startRoundRobin(nodes: readonly Node[], atEnd: AtEnd, port = 0) {
  let turn = 0
  const served = nodes.map(() => 0)
  const server = createServer((asked, out) => {
    const place = turn++ % nodes.length
    served[place] = (served[place] ?? 0) + 1
    const { method, headers } = asked
    const passed = request(`${nodes[place]?.url}${asked.url}`, { method, headers })
    passed.on('response', (answer) => {
      out.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, out, () => {})
    })
    passed.on('error', () => out.destroy())
    pipeline(asked, passed, () => {})
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  atEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    /** How many requests each node has answered. */
    served: () => served,
  }
}
