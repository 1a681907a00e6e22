import { join } from 'node:path'
import { env } from '@/lib/env'
import { root } from '../run-program'
import { freePort, startProgram } from './child'
import { onServerCore } from './cores'

export type Site = Awaited<ReturnType<typeof startSite>>

/** Megabytes of the page cache, so that the popular articles do not all fit. */
export const pageCacheMegabytes = 64

/** The site as `npm start` serves it, on a core of its own. `nodeOptions` are for Node, to look into it. */
export async function startSite(nodeOptions: readonly string[] = []) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = ['--import', './scripts/resolve.mjs', 'scripts/start.ts']
  const command = onServerCore([process.execPath, ...nodeOptions, ...start])
  const variables = {
    ...ofThePaper(url),
    PORT: String(port),
    TRUSTED_PROXIES: '127.0.0.1',
    PAGE_CACHE_MB: String(pageCacheMegabytes),
  }
  const program = await startProgram(command, variables, /is running at/)
  return { url, ...program }
}

/** Next's own server, without server.ts, on the same build and the same database. */
export async function startPlainNext() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const next = join(root, 'node_modules/next/dist/bin/next')
  const command = onServerCore([process.execPath, next, 'start', '-p', String(port), '-H', '127.0.0.1'])
  const program = await startProgram(command, ofThePaper(url), `${url}/robots.txt`)
  return { url, ...program }
}

function ofThePaper(url: string) {
  const { databaseUrl = '', dataFolder, authSecret = '', actionsKey = '', buildFolder } = env()
  return {
    SITE_URL: url,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataFolder,
    AUTH_SECRET: authSecret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    NEXT_DIST_DIR: buildFolder,
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_LEVEL: 'error',
  }
}
