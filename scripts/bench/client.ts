import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runForOutput } from './child'
import { type ClientOrder, clientResult } from './client-order'
import { onLoadCore } from './cores'
import type { Site } from './site'

type Wish = Omit<ClientOrder, 'port' | 'pathsFile'> & { paths: readonly string[] }

/** As `askForMany`. Throws where an answer was bad. */
export async function askForGood(folder: string, site: Site, wish: Wish) {
  const result = await askForMany(folder, site, wish)
  if (result.bad === 0) return result
  throw new Error(`${result.bad} of ${result.answers} answers were bad, the first: ${result.example}`)
}

/** Has a process of its own ask for many addresses. */
export async function askForMany(folder: string, { url }: Site, { paths, ...wish }: Wish) {
  const pathsFile = join(folder, `paths-${randomBytes(4).toString('hex')}`)
  writeFileSync(pathsFile, paths.join('\n'))
  const order: ClientOrder = { ...wish, port: Number(new URL(url).port), pathsFile }
  const command = [process.execPath, '--import', './scripts/resolve.mjs', 'scripts/bench/load-client.ts'] as const
  return clientResult.parse(JSON.parse(await runForOutput(onLoadCore(command), JSON.stringify(order))))
}
