import postgres from 'postgres'
import { betweenConnections } from '../lib/reconnect.ts'

type EarOptions = {
  databaseUrl: string
  channel: string
  onNotification(payload: string): void
  /** Told when notifications are heard from then on: what was sent before may have been missed. */
  onListening(): void
}

/**
 * A connection that listens. The driver's own `listen` is left with one that is open and deaf where it is cut off while
 * it says LISTEN: the error of the old connection is kept, and given to the first query of the next one
 * (postgres 3.4, `ReadyForQuery`). So LISTEN is said by us: when a connection was lost, and again whenever `listen` is
 * called, which costs nothing where it is heard already.
 */
export function openEar({ databaseUrl, channel, onNotification, onListening }: EarOptions) {
  let isDeaf = true
  let isClosed = false
  let saying: Promise<void> | undefined
  const options = {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    backoff: betweenConnections,
    fetch_types: false,
    onnotice: () => {},
    onnotify: (_channel: string, payload: string) => onNotification(payload),
    onclose() {
      isDeaf = true
      if (!isClosed) void listen().catch(() => listen().catch(() => {}))
    },
    connection: { application_name: 'courant-listener' },
  }
  const sql = postgres(databaseUrl, options)

  function listen() {
    saying ??= say().finally(() => {
      saying = undefined
    })
    return saying
  }

  async function say() {
    const wasDeaf = isDeaf
    isDeaf = false
    await sql.unsafe(`listen ${channel}`).catch((error) => {
      isDeaf = true
      throw error
    })
    if (wasDeaf) onListening()
  }

  return {
    listen,
    close() {
      isClosed = true
      return sql.end({ timeout: 2 })
    },
  }
}
