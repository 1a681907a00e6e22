import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from './columns'
import { member } from './member'

/** Whose comments a member wants folded away. Nobody but that member is told. */
export const ignoredMember = pgTable(
  'ignored_member',
  {
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    ignoredId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.ignoredId] }),
    index('ignored_member_ignored').on(table.ignoredId),
  ],
)
