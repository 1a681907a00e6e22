import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { findRunningPostgres } from '@/db/embedded/embedded-postgres'
import { startNode } from '@/faults/testing/node'
import { startRoundRobin } from '@/faults/testing/round-robin'
import { env } from '@/lib/env'
import { provideSecrets } from '@/scripts/secrets'

// The walked site as E2E_NODES nodes on one database, behind a proxy that gives each request to the next one. Nobody
// is led back to the node that they were at before, and no node has anything of its own that another one needs.

const { dataFolder, siteUrl, trustedProxies, e2eNodes, e2ePort, outboxFolder } = env()
const ends: (() => Promise<void> | void)[] = []
const atEnd = (work: () => Promise<void> | void) => ends.push(work)

async function stop() {
  // The first one last, since the database is its own.
  for (const end of ends.reverse()) await end()
  process.exit()
}
process.once('SIGTERM', stop).once('SIGINT', stop)

provideSecrets()
mkdirSync(outboxFolder, { recursive: true })
const variables = { SITE_URL: siteUrl, TRUSTED_PROXIES: trustedProxies.join() }

const first = await startNode({ databaseUrl: '', dataFolder, variables, patience: 300_000 }, atEnd)
atEnd(first.stop)
const databaseUrl = await findRunningPostgres(join(dataFolder, 'postgres'))
const others = await Promise.all(Array.from({ length: e2eNodes - 1 }, (_, place) => startAnother(place + 2)))
const proxy = await startRoundRobin([first, ...others], atEnd, e2ePort)
process.stdout.write(`The site of ${e2eNodes} nodes is running at ${proxy.url}\n`)

/** With a folder of its own but for the letters, which would all go to one mail server. */
function startAnother(no: number) {
  const folder = join(dataFolder, `node-${no}`)
  mkdirSync(folder, { recursive: true })
  symlinkSync(outboxFolder, join(folder, 'outbox'))
  return startNode({ databaseUrl, dataFolder: folder, variables, patience: 300_000 }, atEnd)
}
