import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { batch, createdAt, id } from './columns'
import { member } from './member'

/** Whose name stands over an article: staff or guest, with or without an account here. */
export const author = pgTable('author', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  role: text().notNull().default(''),
  bio: text().notNull().default(''),
  contact: text().notNull().default(''),
  memberId: uuid().references(() => member.id, { onDelete: 'set null' }),
  batch: batch(),
  createdAt: createdAt(),
})
