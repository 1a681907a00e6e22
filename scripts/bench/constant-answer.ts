// A process of its own: Node's HTTP server and nothing else, which answers everything with the same bytes. Faster no
// site can be that Node serves, whatever it does in between. Arguments: the port, a file of JSON with head and body.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { z } from 'zod'

const [port, file = ''] = process.argv.slice(2)
const answer = z.object({ head: z.array(z.string()), body: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')))
const body = Buffer.from(answer.body, 'base64')

createServer((_, out) => out.writeHead(200, answer.head).end(body)).listen(Number(port), '127.0.0.1')
