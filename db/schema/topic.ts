import { pgTable, text } from 'drizzle-orm/pg-core'
import { batch, createdAt, id } from './columns'

export const topic = pgTable('topic', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  description: text().notNull().default(''),
  batch: batch(),
  createdAt: createdAt(),
})
