import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { z } from 'zod'
import { log } from '../lib/log.ts'
import { betweenConnections } from '../lib/reconnect.ts'
import { type Contact, readContact, longestGap as usualGap, writeContact } from './contact.ts'
import { openEar } from './ear.ts'
import { urgencies } from './invalidations.ts'

const whole = z.object({ id: z.uuid(), tags: z.array(z.string()), urgency: z.enum(urgencies) })
const found = whole.extend({ horizon: z.string() })
const none = z.object({ id: z.null(), horizon: z.string() })

type Invalidation = z.infer<typeof whole>

type ListenerOptions = {
  databaseUrl: string
  /** Told of each invalidation at least once. */
  onTags(tags: readonly string[], urgency: Invalidation['urgency']): void
  /** Told that some may have been missed, and that anything may have been hidden: nothing kept so far can be trusted. */
  onGap(): void
  /** Keeps how far was read beyond a restart, for pages that are kept beyond it too. */
  contactFile?: string | undefined
  /** Milliseconds between two looks at the table. */
  pollEvery?: number
  /** Milliseconds without the database after which nothing kept is trusted any more. */
  longestGap?: number
}

export type Listener = {
  /** Settled when the first look has been taken or has failed: before that nothing kept from earlier can be trusted. */
  ready: Promise<void>
  /** Settled when everything that was committed before is known here, or the database cannot be asked. */
  catchUp(): Promise<unknown>
  /** Whether the database answers, asked at most once a second. */
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

const mostRows = 50_000
/** Rows older than that are of no use to any node: one that was away for so long trusts nothing that it kept. */
const keptFor = '1 day'
const longestAbsence = 23 * 60 * 60_000
const cleanEvery = 60 * 60_000
const writeEvery = 5000
const answersWithin = 3000

/**
 * Hears which cache tags this process and others invalidated. A notification can be lost, and transactions do not
 * commit in the order of their times, so it looks into the table as well, every second and after each connection.
 * While the database is away it keeps trying, and nothing waits for it.
 */
export function startListener(options: ListenerOptions): Listener {
  const { databaseUrl, onTags, onGap, contactFile, pollEvery = 1000, longestGap = usualGap } = options
  const sql = postgres(databaseUrl, {
    max: 2,
    connect_timeout: 5,
    backoff: betweenConnections,
    // The driver asks for them by itself, and nobody hears of it where that fails: an unhandled rejection.
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: 'courant-listener', statement_timeout: 5000 },
  })
  const stop = new AbortController()
  const reader = createReader(sql, options)
  const look = once(() => within(answersWithin, reader.look()))
  const clean = rarely(
    cleanEvery,
    () => sql`delete from cache_invalidation where created_at < now() - ${keptFor}::interval`,
  )
  const keepContact = rarely(writeEvery, async () => {
    if (contactFile && reader.last) await writeContact(contactFile, reader.last)
  })

  async function notified(payload: string) {
    const { data } = whole.safeParse(parseJson(payload))
    if (!data) return attempt(look)
    reader.hear(data.id)
    onTags(data.tags, data.urgency)
  }

  const ear = openEar({
    databaseUrl,
    channel: 'courant_invalidation',
    onNotification: notified,
    onListening: () => void attempt(look),
  })

  /** Beyond some time without a look, something may have been hidden that this node knows nothing of. */
  function distrust(since: number) {
    if (Date.now() - Math.max(since, distrusted) < longestGap) return
    if (Number.isFinite(since))
      log.error('the database has been away for too long: stored pages are not shown any more')
    distrusted = Date.now()
    onGap()
  }
  let distrusted = Number.NEGATIVE_INFINITY

  async function run() {
    reader.last = contactFile ? await readContact(contactFile) : undefined
    while (!stop.signal.aborted) {
      const isHeard = await attempt(() => Promise.all([within(answersWithin, ear.listen()), look()]))
      if (!isHeard) distrust(reader.last?.at ?? Number.NEGATIVE_INFINITY)
      settle()
      if (isHeard) await attempt(() => within(answersWithin, clean()))
      if (isHeard) await attempt(keepContact)
      await pause(pollEvery, undefined, { signal: stop.signal }).catch(() => {})
    }
  }
  const { promise: ready, resolve: settle } = Promise.withResolvers<void>()
  const running = run()

  return {
    ready,
    catchUp: () => attempt(look),
    isReachable: rarely(1000, () => attempt(() => within(2000, sql`select 1`))),
    async close() {
      stop.abort()
      await Promise.all([ear.close(), sql.end({ timeout: 2 })])
      await running
      if (contactFile && reader.last) await writeContact(contactFile, reader.last)
    },
  }
}

/**
 * Reads what was committed since the last look. Its horizon is the oldest transaction that was under way then: what
 * is above it and was read already is left out.
 */
function createReader(sql: postgres.Sql, { onTags, onGap }: ListenerOptions) {
  let seen = new Set<string>()
  let heard = new Set<string>()
  const reader = {
    last: undefined as Contact | undefined,

    /** Notes that an invalidation came by a notification: the next look finds its row. */
    hear(id: string) {
      heard.add(id)
    },

    async look() {
      const { last } = reader
      const started = Date.now()
      const heardBefore = heard
      heard = new Set()
      const rows = z.array(z.union([found, none])).parse([
        ...(await sql`
          with present as (select pg_snapshot_xmin(pg_current_snapshot()) as horizon)
          select present.horizon::text as horizon, one.id, array_to_json(one.tags) as tags, one.urgency
          from present left join cache_invalidation one
            on one.xid >= coalesce(${last?.horizon ?? null}::xid8, present.horizon)
          order by one.xid, one.id limit ${mostRows}`),
      ])
      const [{ horizon } = { horizon: '0' }] = rows
      if (rows.length === mostRows || hasGap(last, horizon, started)) onGap()
      const read = rows.filter((row) => row.id !== null)
      const isKnown = (id: string) => seen.has(id) || heardBefore.has(id) || heard.has(id)
      for (const { id, tags, urgency } of read) if (!isKnown(id)) onTags(tags, urgency)
      seen = new Set(read.map(({ id }) => id))
      reader.last = { at: started, horizon }
    },
  }
  return reader
}

/** Whether rows may be gone that were written since; or the database is another one than it was. */
const hasGap = (last: Contact | undefined, horizon: string, now: number) =>
  !last || now - last.at > longestAbsence || BigInt(last.horizon) > BigInt(horizon)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The one place where a database that is away is no fault: it is tried again. Tells whether it was there. */
async function attempt(work: () => Promise<unknown>) {
  try {
    await work()
    return true
  } catch (error) {
    log.debug({ err: error }, 'invalidations cannot be read at the moment')
    return false
  }
}

/** One run at a time; who asks meanwhile gets another one after it, since the running one may have read too early. */
function once(work: () => Promise<void>) {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const begin = () => {
    next = undefined
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return begin()
    next ??= running.then(begin, begin)
    return next
  }
}

function rarely<Value>(interval: number, work: () => Promise<Value>) {
  let kept: { value: Promise<Value>; until: number } | undefined
  return () => {
    if (!kept || kept.until < performance.now()) kept = { value: work(), until: performance.now() + interval }
    return kept.value
  }
}

/** The driver goes on trying to connect for longer than anybody should wait for it. */
async function within(milliseconds: number, work: Promise<unknown>) {
  const tooLong = pause(milliseconds, 'late', { ref: false })
  if ((await Promise.race([work, tooLong])) === 'late') throw new Error('the database does not answer')
}
