import { createServer } from 'node:net'
import { join } from 'node:path'
import color from 'picocolors'
import { keptUntil } from '@/cache/kept-pages'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { DatabaseAway, migrateDatabase } from '@/db/migrate'
import { lookAtNames } from '@/domain/member/name-taken'
import { addToEnvironment, env } from '@/lib/env'
import { Fault } from '@/lib/fault'
import { buildSite, chooseBuild, findBuild } from './build-site'
import { bundleEnhancements } from './bundle-enhancements'
import { complain, goOnUnread, line, share, step } from './console'
import { provideSecrets } from './secrets'
import { beforeExit, failAfterClosing, isShuttingDown, shutDownOnSignal } from './shutdown'
import { keepSiteAddress } from './site-address'

const dev = process.argv.includes('--dev')
const demoAsked = process.argv.includes('--demo')

goOnUnread()
shutDownOnSignal()
await start().catch(failAfterClosing)

async function start() {
  addToEnvironment({ NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const { databaseUrl, port, host } = env()
  if (databaseUrl && demoAsked) {
    throw new Fault(
      '--demo fills only the embedded database, never one that is named: leave out --demo, or DATABASE_URL.',
    )
  }
  await refusePortInUse(port, host)
  provideSecrets()

  // Its many files are read while Postgres starts; what is wrong with them shows when it is called.
  import('@/server').catch(() => {})
  const embedded = databaseUrl ? undefined : await startPostgres()
  const build = dev ? undefined : findBuild()
  if (build) chooseBuild(build)
  const withoutUntil = await step('Bringing the database up to date', () => migrate(embedded?.url ?? databaseUrl ?? ''))
  if (embedded && (embedded.isFresh || demoAsked)) await fillWithDemonstration(embedded)
  if (withoutUntil === undefined) await lookAtNames()
  if (!build && !dev) chooseBuild(await step('Building the site (once for each version)', buildSite))
  if (!isShuttingDown()) await serve(withoutUntil)
}

/**
 * Where the database is away, but was there a short while ago, the site starts without it, with the pages that it kept:
 * then the moment is answered until which they may be shown. This build served them, so it has migrated too.
 */
async function migrate(url: string) {
  try {
    await migrateDatabase(url)
    return undefined
  } catch (error) {
    const until = error instanceof DatabaseAway ? await keptUntil() : undefined
    if (!until) throw error
    return until
  }
}

async function startPostgres() {
  const starting = step('Starting Postgres', (say) =>
    startEmbeddedPostgres({ folder: join(env().dataFolder, 'postgres'), onStep: say }),
  )
  // Registered before it runs, so that Ctrl-C in between waits for it and stops it.
  beforeExit(() =>
    starting.then(
      (postgres) => postgres.stop(),
      () => {},
    ),
  )
  const postgres = await starting
  postgres.keepRunning(complain)
  addToEnvironment({ DATABASE_URL: postgres.url })
  return postgres
}

async function fillWithDemonstration(embedded: EmbeddedPostgres) {
  const { fillWithDemonstrationPaper } = await import('@/db/seed/demo')
  await step('Printing the demonstration paper', (say) =>
    fillWithDemonstrationPaper((done, of) => say(share(done, of))),
  )
  embedded.settle()
}

async function serve(withoutUntil: Date | undefined) {
  const { startServer } = await import('@/server')
  const { makeOwnerLink } = await import('@/domain/member/owner-link')
  const server = await step(dev ? 'Starting the site for development' : 'Starting the site', () =>
    startServer(dev ? { dev, bundle: async () => (await bundleEnhancements({ minify: false })).code } : { dev }),
  )
  beforeExit(() => server.close())
  keepSiteAddress()
  const ownerLink = withoutUntil ? undefined : await makeOwnerLink()
  line()
  line(`  ${color.bold('Courant is running at')} ${color.cyan(server.url)}`)
  if (withoutUntil) {
    line(
      `  ${color.bold('Its database does not answer.')} The pages that it kept are shown until ${withoutUntil.toISOString()},`,
    )
    line('  and nothing can be saved. All goes on by itself when the database is back.')
  }
  if (ownerLink) line(`  The owner signs in, once and within 15 minutes, at ${color.cyan(ownerLink)}`)
  line('  Another such link: npm run owner-link.  Stop: Ctrl-C.')
  line()
}

/** Asked before the long steps; the server finds out by itself when somebody else is faster. */
function refusePortInUse(port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (cause) => reject(new Fault(portSentence(port, host, cause), { cause })))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portSentence(port: number, host: string, cause: NodeJS.ErrnoException) {
  const other = `start Courant on another, for example PORT=${port + 1} npm start.`
  if (cause.code === 'EADDRINUSE') return `Port ${port} is in use: stop what uses it, or ${other}`
  if (cause.code === 'EACCES') return `Port ${port} is only for root: ${other.replace(String(port + 1), '3000')}`
  return `Courant cannot listen on ${host}:${port} (${cause.code}): correct HOST and PORT.`
}
