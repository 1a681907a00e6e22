import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Finding } from '@/domain/screening/finding'
import { article, articleVersion } from './article'
import { batch, createdAt, id, moment } from './columns'
import { member } from './member'
import { reason } from './reason'

export const standing = pgEnum('standing', ['held', 'visible', 'hidden', 'deleted'])

/** Why a comment waits for a moderator before it is seen. */
export const holdReason = pgEnum('hold_reason', [
  'guest',
  'first-comment',
  'links',
  'duplicate',
  'unseen-domain',
  'denied-domain',
  'premoderated',
  'record',
  'too-fast',
  'word',
  'newsroom',
  'reports',
  'sanction',
])

export const comment = pgTable(
  'comment',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    parentId: uuid().references((): AnyPgColumn => comment.id, { onDelete: 'cascade' }),
    /** The first-level comment of its thread: its own id where it is one. */
    rootId: uuid().notNull(),
    depth: integer().notNull().default(0),
    /**
     * The number of its root in the article, from 1, dense. Given under the lock of the counter row when the
     * root is first visible, never given again, kept when it is hidden: page N of a thread is a range of it.
     */
    rootNo: integer(),
    memberId: uuid().references(() => member.id, { onDelete: 'set null' }),
    guestName: text(),
    guestEmail: text(),
    /** HMAC of the key in the guest's cookie, by which a browser knows its own comments. */
    guestKey: text(),
    text: text().notNull(),
    standing: standing().notNull(),
    /** The first of what holds it; none where nothing does any more. */
    heldBecause: holdReason(),
    /** All that the screening of its present text found, in the order of its phases. */
    findings: jsonb().$type<Finding[]>(),
    /** Hash of its text without signs and case, by which the same text is found again. */
    textHash: text(),
    hiddenBecause: text().references(() => reason.code),
    /** When readers could first read it. */
    visibleAt: moment(),
    editedAt: moment(),
    /** When it last moved from one standing to another. */
    movedAt: moment(),
    /** When a moderator last decided about it; a trigger on the log fills it in. None for one that nobody has judged. */
    decidedAt: moment(),
    /** Where a deleted one stood before, so that its author can take the deletion back. */
    deletedFrom: standing(),
    /** What the article said when it was answered. */
    articleVersionId: uuid().references(() => articleVersion.id, { onDelete: 'set null' }),
    /** Made once for each form; sending a form again stores nothing twice. */
    postKey: text().notNull().unique(),
    /** Hash of the sender's address prefix under the key of its week; forgotten after SENDER_DAYS. */
    senderHash: text(),
    batch: batch(),
    createdAt: createdAt(),
  },
  (table) => [
    index('comment_thread').on(table.articleId, table.rootNo, table.createdAt, table.id),
    index('comment_root').on(table.rootId, table.createdAt, table.id),
    index('comment_answered_version').on(table.articleVersionId),
    index('comment_parent').on(table.parentId, table.createdAt, table.id),
    index('comment_flat').on(table.articleId, table.visibleAt, table.id).where(sql`${table.standing} = 'visible'`),
    index('comment_held').on(table.createdAt, table.id).where(sql`${table.standing} = 'held'`),
    index('comment_unmoderated')
      .on(table.visibleAt, table.id)
      .where(sql`${table.standing} = 'visible' and ${table.decidedAt} is null`),
    index('comment_approved')
      .on(table.decidedAt, table.id)
      .where(sql`${table.standing} = 'visible' and ${table.decidedAt} is not null`),
    index('comment_hidden_lately').on(table.movedAt, table.id).where(sql`${table.standing} = 'hidden'`),
    index('comment_search').using('gin', sql`to_tsvector('simple'::regconfig, ${table.text})`),
    index('comment_guest_name').on(sql`lower(${table.guestName})`).where(sql`${table.guestName} is not null`),
    index('comment_waited').on(table.movedAt.desc().nullsFirst()).where(sql`${table.visibleAt} > ${table.createdAt}`),
    index('comment_member').on(table.memberId, table.createdAt.desc().nullsFirst()),
    // What a trial of the filter and a search at the desk go through, and what the filter found.
    index('comment_created').on(table.createdAt, table.id),
    index('comment_findings').using('gin', table.findings.op('jsonb_path_ops')),
    index('comment_text').on(table.textHash, table.createdAt).where(sql`${table.textHash} is not null`),
    index('comment_sender').on(table.senderHash).where(sql`${table.senderHash} is not null`),
    index('comment_guest').on(table.guestKey, table.articleId).where(sql`${table.guestKey} is not null`),
    uniqueIndex('comment_root_no_once')
      .on(table.articleId, table.rootNo)
      .where(sql`${table.depth} = 0 and ${table.rootNo} is not null`),
    check('comment_author', sql`${table.memberId} is null or ${table.guestName} is null`),
    check('comment_numbered', sql`${table.standing} <> 'visible' or ${table.rootNo} is not null`),
    check('comment_hidden', sql`${table.standing} <> 'hidden' or ${table.hiddenBecause} is not null`),
    check('comment_root_depth', sql`(${table.depth} = 0) = (${table.parentId} is null)`),
  ],
)

/** When a member looked at an article's conversation. */
export const articleVisit = pgTable(
  'article_visit',
  {
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    /** What readers could first read after it is new to the member; none at the first visit. */
    newSince: moment(),
    lastLookAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.articleId] }),
    index('article_visit_article').on(table.articleId),
  ],
)

/** Texts that a comment had before its present one. */
export const commentVersion = pgTable(
  'comment_version',
  {
    commentId: uuid()
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    no: integer().notNull(),
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.no] })],
)

/** Counts of a comment and, for first-level ones, the keys by which threads are ordered. */
export const commentCount = pgTable(
  'comment_count',
  {
    commentId: uuid()
      .primaryKey()
      .references(() => comment.id, { onDelete: 'cascade' }),
    articleId: uuid().notNull(),
    /** The comment's root number where it is a visible or hidden first-level one, else none. */
    rootNo: integer(),
    likes: integer().notNull().default(0),
    dislikes: integer().notNull().default(0),
    /** Visible comments below it, at any depth. */
    replies: integer().notNull().default(0),
    /** Lower bound of Wilson's score interval for the share of likes. */
    best: real().notNull().default(0),
  },
  (table) => [
    index('comment_count_best')
      .on(table.articleId, table.best.desc().nullsFirst(), table.rootNo)
      .where(sql`${table.rootNo} is not null`),
    index('comment_count_replies')
      .on(table.articleId, table.replies.desc().nullsFirst(), table.rootNo)
      .where(sql`${table.rootNo} is not null`),
  ],
)

export const reportOutcome = pgEnum('report_outcome', ['upheld', 'dismissed'])

export const report = pgTable(
  'report',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id, { onDelete: 'cascade' }),
    memberId: uuid().references(() => member.id, { onDelete: 'set null' }),
    visitorKey: text(),
    reason: text()
      .notNull()
      .references(() => reason.code),
    note: text().notNull().default(''),
    /** Hash of the sender's address prefix under the key of its week; forgotten after SENDER_DAYS. */
    senderHash: text(),
    outcome: reportOutcome(),
    decidedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('report_member').on(table.commentId, table.memberId).where(sql`${table.memberId} is not null`),
    uniqueIndex('report_visitor').on(table.commentId, table.visitorKey).where(sql`${table.visitorKey} is not null`),
    index('report_comment').on(table.commentId),
    index('report_of_member').on(table.memberId, table.createdAt.desc().nullsFirst()),
    index('report_latest').on(table.createdAt),
    index('report_open').on(table.createdAt, table.id).where(sql`${table.outcome} is null`),
  ],
)

/**
 * What somebody typed and could not post yet: it was refused, wants a code or a sign-in, or is looked at first.
 * Whoever has the token of its address may read it; it goes after a day.
 */
export const commentDraft = pgTable(
  'comment_draft',
  {
    /** SHA-256 of the token in the address, hexadecimal. */
    tokenHash: text().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    parentId: uuid(),
    name: text().notNull().default(''),
    email: text().notNull().default(''),
    text: text().notNull().default(''),
    /** Why it was not posted, as the act named it. */
    refusal: text(),
    isPreview: boolean().notNull().default(false),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index('comment_draft_expires').on(table.expiresAt)],
)

/** A picture that shows a person from a machine: one form, one use, ten minutes. */
export const confirmationCode = pgTable(
  'confirmation_code',
  {
    id: id(),
    /** The answer itself: it is of no use to anybody after its ten minutes, and the picture is drawn from it. */
    answer: text().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt: createdAt(),
  },
  (table) => [index('confirmation_code_expires').on(table.expiresAt)],
)

/** Which moderator looks at a comment now, so that a second one leaves it to the first. It ends by itself. */
export const claim = pgTable(
  'claim',
  {
    commentId: uuid()
      .primaryKey()
      .references(() => comment.id, { onDelete: 'cascade' }),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
  },
  (table) => [index('claim_member').on(table.memberId), index('claim_expires').on(table.expiresAt)],
)
