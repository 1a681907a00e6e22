import { index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { article } from './article'
import { createdAt } from './columns'
import { comment } from './comment'
import { member } from './member'

/** Comments that the paper shows first. A row is there while its comment is visible: `moveComment` takes it out. */
export const pick = pgTable(
  'pick',
  {
    commentId: uuid()
      .primaryKey()
      .references(() => comment.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    pickedBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    index('pick_latest').on(table.articleId, table.createdAt.desc().nullsFirst(), table.commentId.desc().nullsFirst()),
  ],
)
