import { createServer } from 'node:net'
import { join } from 'node:path'
import color from 'picocolors'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { migrateDatabase } from '@/db/migrate'
import { addToEnvironment, env } from '@/lib/env'
import { Fault } from '@/lib/fault'
import { buildSite, chooseBuild, findBuild } from './build-site'
import { bundleEnhancements } from './bundle-enhancements'
import { line, share, step } from './console'
import { provideSecrets } from './secrets'
import { beforeExit, failAfterClosing, isShuttingDown, shutDownOnSignal } from './shutdown'
import { keepSiteAddress } from './site-address'

const dev = process.argv.includes('--dev')
const demoAsked = process.argv.includes('--demo')

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
  await step('Bringing the database up to date', () => migrateDatabase(embedded?.url ?? databaseUrl ?? ''))
  if (embedded && (embedded.isFresh || demoAsked)) await fillWithDemonstration(embedded)
  if (!dev) chooseBuild(findBuild() ?? (await step('Building the site (once for each version)', buildSite)))
  if (!isShuttingDown()) await serve()
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

async function serve() {
  const { startServer } = await import('@/server')
  const { makeOwnerLink } = await import('@/domain/member/owner-link')
  const server = await step(dev ? 'Starting the site for development' : 'Starting the site', () =>
    startServer(dev ? { dev, bundle: async () => (await bundleEnhancements({ minify: false })).code } : { dev }),
  )
  beforeExit(() => server.close())
  keepSiteAddress()
  const ownerLink = await makeOwnerLink()
  line()
  line(`  ${color.bold('Courant is running at')} ${color.cyan(server.url)}`)
  line(`  The owner signs in, once and within 15 minutes, at ${color.cyan(ownerLink)}`)
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
