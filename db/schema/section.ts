import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { batch, createdAt, id } from './columns'

export const section = pgTable('section', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull().default(''),
  /** Its place in the masthead, from the left. */
  position: integer().notNull().default(0),
  batch: batch(),
  createdAt: createdAt(),
})
