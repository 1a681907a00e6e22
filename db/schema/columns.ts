import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
import { newId } from '@/lib/new-id'

/** A primary key made by the application (UUIDv7; Postgres makes them itself from 18 on only). */
export const id = () => uuid().primaryKey().$defaultFn(newId)

export const moment = () => timestamp({ withTimezone: true, mode: 'date' })

export const createdAt = () => moment().notNull().defaultNow()

/**
 * What brought the row in, when nobody typed it here: `demo` for the demonstration paper,
 * `import` for an archive. Whole batches can be taken out again by it.
 */
export const batch = customType<{ data: 'demo' | 'import' | 'generated' }>({ dataType: () => 'text' })

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => Buffer.from(value),
})
