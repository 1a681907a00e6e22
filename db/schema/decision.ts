import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { batch, createdAt, id } from './columns'
import { rank } from './member'
import { reason } from './reason'

export const decisionKind = pgEnum('decision_kind', [
  'approve-comment',
  'hide-comment',
  'restore-comment',
  'dismiss-reports',
  'hold-comment',
  'lodge-appeal',
  'uphold-decision',
  'overturn-decision',
  'publish-article',
  'schedule-article',
  'withdraw-article',
  'change-rank',
  'warn-member',
  'premoderate-member',
  'mute-member',
  'ban-member',
  'lift-sanction',
  'enter-block',
  'lift-block',
  'clean-up',
  'undo-clean-up',
  'change-reason',
  'retry-job',
  'count-reactions',
  'change-conversation',
  'change-settings',
  'change-domain',
  'change-filter',
  'pick-comment',
  'withdraw-pick',
  'tie-author',
  'undo-decision',
])

/**
 * Who did what to whom, and why. Append-only: a trigger refuses every change. Its keys are bare,
 * since the log outlives what it speaks of; only a reason is never deleted.
 */
export const decision = pgTable(
  'decision',
  {
    id: id(),
    kind: decisionKind().notNull(),
    commentId: uuid(),
    articleId: uuid(),
    /** The member whom it concerns. */
    memberId: uuid(),
    /** Who decided; none for a machine or for the person at the command line. */
    actorId: uuid(),
    actorRank: rank(),
    isAutomatic: boolean().notNull().default(false),
    reason: text().references(() => reason.code),
    note: text().notNull().default(''),
    /** What was decided in one go has one key: it can be undone by it. */
    actId: uuid(),
    before: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    after: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    batch: batch(),
    createdAt: createdAt(),
  },
  (table) => [
    index('decision_comment').on(table.commentId, table.createdAt),
    index('decision_article').on(table.articleId, table.createdAt),
    index('decision_member').on(table.memberId, table.createdAt),
    index('decision_act').on(table.actId).where(sql`${table.actId} is not null`),
    index('decision_latest').on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('decision_of_comments')
      .on(table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.commentId} is not null`),
  ],
)
