import { createServer, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import next from 'next'
import { renderToStaticMarkup } from 'react-dom/server'
import { createPurger, everything } from '@/cache/cdn'
import { openChangeJournal } from '@/cache/change-journal'
import { createTrust } from '@/cache/client-address'
import { createCommentEvents } from '@/cache/comment-events'
import { createEarlierAssets } from '@/cache/earlier-assets'
import { changingModule, createChangingEnhancements, createEnhancements } from '@/cache/enhancements'
import { createFrontDoor } from '@/cache/front-door'
import { createInlineStyles } from '@/cache/inline-styles'
import { keptPages } from '@/cache/kept-pages'
import { startListener } from '@/cache/listener'
import { createOwnWrites } from '@/cache/own-writes'
import { openPageDisk } from '@/cache/page-disk'
import { courant } from '@/cache/slot'
import { startJobs } from '@/jobs/start-jobs'
import { addToEnvironment, env } from '@/lib/env'
import { lendMarkup } from '@/lib/markup'
import { metrics } from '@/lib/metrics'

const answerWithin = 20_000
const drainWithin = 10_000

/**
 * Serves the site: our server in front of Next in one process; `bundle` makes the documents' script where no build has. `close` lets the requests under way finish, for up to
 * ten seconds. Rejects where the port is taken or Next finds no build.
 */
export async function startServer({ dev, bundle }: { dev: boolean; bundle?: () => Promise<Buffer> }) {
  const { host, port, siteUrl, databaseUrl, trustedProxies, pageRoom, buildFolder, cdn } = env()
  if (bundle) addToEnvironment({ ENHANCE_MODULE: changingModule })
  const { clock, applyInvalidation } = courant()
  lendMarkup(renderToStaticMarkup)
  const server = createServer()
  const site = new URL(siteUrl)
  const app = next({ dev, hostname: site.hostname, port, dir: import.meta.dirname, httpServer: server })
  await app.prepare()

  const { contactFile, journalFile, ...kept } = keptPages()
  if (!dev) openChangeJournal(journalFile, clock)
  const disk = dev ? undefined : await openPageDisk({ ...kept, opened: clock.now() })
  const listener = databaseUrl
    ? startListener({ databaseUrl, contactFile, onTags: applyInvalidation, onGap: clock.concealAll })
    : undefined
  await listener?.ready
  const purger = cdn && createPurger(cdn)
  // What an earlier process had still to tell is not known.
  purger?.purge([everything])
  if (purger) clock.onInvalidation(({ tags = [everything] }) => purger.purge(tags))
  const jobs = databaseUrl ? startJobs(databaseUrl) : undefined
  const commentEvents = createCommentEvents(clock)
  const door = createFrontDoor({
    next: app.getRequestHandler(),
    url: site,
    isTrustedProxy: createTrust(trustedProxies),
    isDatabaseReachable: async () => (await listener?.isReachable()) ?? false,
    checks: jobs?.checks ?? {},
    clock,
    deadline: answerWithin,
    room: pageRoom,
    disk,
    forCdn: cdn !== undefined,
    commentEvents,
    ...(listener && { ownWrites: createOwnWrites({ secure: site.protocol === 'https:', catchUp: listener.catchUp }) }),
    metrics,
    findEarlierAsset: createEarlierAssets(import.meta.dirname, buildFolder),
    findEnhancements: bundle ? createChangingEnhancements(bundle) : createEnhancements(import.meta.dirname),
    ...(!dev && { findStyle: createInlineStyles(import.meta.dirname, buildFolder) }),
    dev,
  })
  server.on('request', door)
  const release = () => Promise.all([app.close(), listener?.close(), jobs?.close(), disk?.close(), purger?.close()])
  try {
    await listen(server, port, host)
  } catch (error) {
    await release()
    throw error
  }

  return {
    url: siteUrl,
    async close() {
      commentEvents.close()
      await drain(server)
      await release()
    },
  }
}

function listen(server: Server, port: number, host: string) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
}

/** Takes no more connections, and lets the open ones go when their request is answered or the time is up. */
async function drain(server: Server) {
  const closed = new Promise((resolve) => server.close(resolve))
  await Promise.race([closed, pause(drainWithin, undefined, { ref: false })])
  server.closeAllConnections()
  await closed
}
