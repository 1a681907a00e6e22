import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { z } from 'zod'
import { log } from '../lib/log.ts'

const urgency = z.enum(['now', 'soon'])
const whole = z.object({ id: z.uuid(), tags: z.array(z.string()), urgency })

type Invalidation = z.infer<typeof whole>

type ListenerOptions = {
  databaseUrl: string
  /** Told of each invalidation at least once. */
  onTags(tags: readonly string[], urgency: Invalidation['urgency']): void
  /** Told that some may have been missed for good: nothing kept so far can be trusted. */
  onGap(): void
  /** Milliseconds between two looks at the table. */
  pollEvery?: number
}

export type Listener = {
  /** Whether the database answers, asked at most once a second. */
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

/** How far each look reaches back behind the last, in seconds: longer than a transaction that invalidates stays open. */
const overlap = 300
const longestGap = 30 * 60_000
const mostRows = 5000
/** Rows older than that are of no use to any node: one that was away for so long trusts nothing that it kept. */
const keptFor = '1 day'
const cleanEvery = 60 * 60_000

/**
 * Hears which cache tags this process and others invalidated. A notification can be lost, and transactions do not
 * commit in the order of their times, so it looks into the table as well, every few seconds and after each connection.
 * While the database is away it keeps trying, and nothing waits for it.
 */
export function startListener({ databaseUrl, onTags, onGap, pollEvery = 3000 }: ListenerOptions): Listener {
  const sql = postgres(databaseUrl, {
    max: 2,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'courant-listener', statement_timeout: 5000 },
  })
  const stop = new AbortController()
  const look = once(createLook(sql, onTags, onGap))
  const clean = rarely(
    cleanEvery,
    () => sql`delete from cache_invalidation where created_at < now() - ${keptFor}::interval`,
  )

  async function notified(payload: string) {
    const { data } = whole.safeParse(parseJson(payload))
    if (data) onTags(data.tags, data.urgency)
    else await attempt(look)
  }

  /** The driver listens again by itself after a connection was lost, but not where the first one failed. */
  async function run() {
    let listens = false
    while (!stop.signal.aborted) {
      await attempt(async () => {
        if (!listens) await sql.listen('courant_invalidation', notified, () => void attempt(look))
        listens = true
        await look()
        await clean()
      })
      await pause(pollEvery, undefined, { signal: stop.signal }).catch(() => {})
    }
  }
  const running = run()

  return {
    isReachable: rarely(1000, () => answersWithin(2000, sql)),
    async close() {
      stop.abort()
      await sql.end({ timeout: 2 })
      await running
    },
  }
}

/** Reads what was written since the last look, and a while before it, leaving out what it has read already. */
function createLook(sql: postgres.Sql, onTags: ListenerOptions['onTags'], onGap: ListenerOptions['onGap']) {
  const seen = new Map<string, number>()
  let last = performance.now()

  return async () => {
    const started = performance.now()
    const reach = overlap + (started - last) / 1000
    const rows = await sql`
      select id, tags, urgency from cache_invalidation
      where created_at > now() - make_interval(secs => ${reach})
      order by created_at desc, id limit ${mostRows}`
    if (rows.length === mostRows || started - last > longestGap) onGap()
    for (const row of whole.array().parse([...rows])) {
      if (!seen.has(row.id)) onTags(row.tags, row.urgency)
      seen.set(row.id, started)
    }
    // What a look saw no more lies before its reach for good.
    for (const [id, at] of seen) if (at < last) seen.delete(id)
    last = started
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The one place where a database that is away is no fault: it is tried again. */
async function attempt(work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    log.debug({ err: error }, 'invalidations cannot be read at the moment')
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

async function answersWithin(milliseconds: number, sql: postgres.Sql) {
  const answer = sql`select 1`.then(
    () => true,
    () => false,
  )
  return Promise.race([answer, pause(milliseconds, false, { ref: false })])
}
