import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from './answer'
import { freePort, startProgram } from './child'
import { onServerCore } from './cores'

/** Node itself serves its own. */
const byNode = ['date', 'connection', 'keep-alive']

/** Node's own server with one answer, that of the site, head and body. */
export async function startPlainNode(
  folder: string,
  path: string,
  { headers, body }: Pick<Answer, 'headers' | 'body'>,
) {
  const file = join(folder, 'constant-answer.json')
  const head = Object.entries(headers).flatMap(([name, value]) => (byNode.includes(name) ? [] : [name, String(value)]))
  writeFileSync(file, JSON.stringify({ head, body: body.toString('base64') }))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const program = ['--import', './scripts/resolve.mjs', 'scripts/bench/constant-answer.ts', String(port), file]
  const { stop } = await startProgram(onServerCore([process.execPath, ...program]), {}, url + path)
  return { url, stop }
}
