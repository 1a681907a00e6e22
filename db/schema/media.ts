import { sql } from 'drizzle-orm'
import { check, integer, pgEnum, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core'
import { batch, bytea, createdAt, id } from './columns'

/** A picture as it was taken in: re-encoded, without its metadata. Its bytes are in `media_rendition`. */
export const media = pgTable('media', {
  id: id(),
  alt: text().notNull(),
  credit: text().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  /** The part that every crop must keep, as fractions from the left and from the top. */
  focusX: real().notNull().default(0.5),
  focusY: real().notNull().default(0.5),
  /** SHA-256 of the original's bytes, hexadecimal. */
  hash: text().notNull().unique(),
  batch: batch(),
  createdAt: createdAt(),
})

export const pictureFormat = pgEnum('picture_format', ['webp', 'avif', 'jpeg'])

export const mediaRendition = pgTable(
  'media_rendition',
  {
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'cascade' }),
    width: integer().notNull(),
    format: pictureFormat().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.mediaId, table.width, table.format] }),
    check('media_rendition_width', sql`${table.width} > 0`),
  ],
)
