import { type SQL, sql } from 'drizzle-orm'
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
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Body } from '@/domain/article/body/body'
import { languages } from '@/domain/article/languages'
import { author } from './author'
import { batch, createdAt, id, moment, tsvector } from './columns'
import { media } from './media'
import { member } from './member'
import { section } from './section'
import { topic } from './topic'

export const articleState = pgEnum('article_state', ['draft', 'submitted', 'published', 'withdrawn'])

/** BCP 47 codes with a text search configuration of their own; `und` is for every other language. */
export const language = pgEnum('language', languages)

export const articleLabel = pgEnum('article_label', ['news', 'opinion', 'analysis', 'live', 'sponsored'])

export const article = pgTable(
  'article',
  {
    id: id(),
    slug: text().notNull().unique(),
    state: articleState().notNull().default('draft'),
    label: articleLabel().notNull().default('news'),
    sectionId: uuid()
      .notNull()
      .references(() => section.id),
    /** When readers may first see it. With state `published` and this in the future it is scheduled. */
    publishedAt: moment(),
    /** When what it says last changed in substance. */
    changedAt: moment(),
    /** The version that readers are shown once it is out. */
    versionId: uuid().references((): AnyPgColumn => articleVersion.id, { onDelete: 'set null' }),
    language: language().notNull().default('en'),
    commentsOpen: boolean().notNull().default(true),
    /** Whether a moderator reads every comment before readers do. */
    commentsPremoderated: boolean().notNull().default(false),
    /** Days after its publication at which comments close; none for what the paper usually does, 0 for never. */
    commentsCloseAfter: integer(),
    /** Seconds between two comments of one person; 0 for any. */
    commentSeconds: integer().notNull().default(0),
    /** Until when it is slowed down because of many reports. */
    heatedUntil: moment(),
    withdrawnAt: moment(),
    withdrawnReason: text(),
    /** Who published it first, where it came from elsewhere; printed under it with address and licence. */
    source: text(),
    sourceUrl: text(),
    licence: text(),
    /** The source's own key of it, so that a second import knows it again. */
    sourceKey: text(),
    batch: batch(),
    createdAt: createdAt(),
  },
  (table) => [
    index('article_latest')
      .on(table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.state} = 'published'`),
    index('article_section')
      .on(table.sectionId, table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.state} = 'published'`),
    index('article_desk').on(table.state, table.createdAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    index('article_version_shown').on(table.versionId),
    unique('article_source').on(table.source, table.sourceKey),
    check(
      'article_published',
      sql`${table.state} not in ('published', 'withdrawn') or (${table.publishedAt} is not null and ${table.versionId} is not null)`,
    ),
    check(
      'article_withdrawn',
      sql`${table.state} <> 'withdrawn' or (${table.withdrawnAt} is not null and ${table.withdrawnReason} is not null)`,
    ),
  ],
)

/** What an article says, as it was saved once: a row is never changed, a new save is a new row. */
export const articleVersion = pgTable(
  'article_version',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    no: integer().notNull(),
    language: language().notNull().default('en'),
    kicker: text().notNull().default(''),
    headline: text().notNull(),
    standfirst: text().notNull().default(''),
    body: jsonb().$type<Body>().notNull(),
    /** The body's words alone, for search and for summaries. */
    bodyText: text().notNull(),
    pictureId: uuid().references(() => media.id),
    pictureCaption: text().notNull().default(''),
    /** When readers were, or will be, first shown it; none for what was only saved. */
    effectiveAt: moment(),
    /** A correction of spelling is not: it moves no date and no feed. */
    isSubstantive: boolean().notNull().default(true),
    savedBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    search: tsvector()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`setweight(to_tsvector(search_configuration(language), headline), 'A') || setweight(to_tsvector(search_configuration(language), standfirst), 'B') || setweight(to_tsvector(search_configuration(language), left(body_text, 200000)), 'C')`,
      ),
  },
  (table) => [
    unique('article_version_no').on(table.articleId, table.no),
    index('article_version_search').using('gin', table.search).where(sql`${table.effectiveAt} is not null`),
    index('article_version_headline').using('gin', sql`${table.headline} gin_trgm_ops`),
  ],
)

export const articleCount = pgTable('article_count', {
  articleId: uuid()
    .primaryKey()
    .references(() => article.id, { onDelete: 'cascade' }),
  /** Comments that readers can read now. */
  comments: integer().notNull().default(0),
  /** Numbers given to first-level comments so far; never given twice. */
  roots: integer().notNull().default(0),
  likes: integer().notNull().default(0),
  dislikes: integer().notNull().default(0),
})

export const articleAuthor = pgTable(
  'article_author',
  {
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    authorId: uuid()
      .notNull()
      .references(() => author.id),
    position: smallint().notNull().default(0),
    contribution: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.authorId] }),
    index('article_author_author').on(table.authorId, table.articleId.desc().nullsFirst()),
  ],
)

export const articleTopic = pgTable(
  'article_topic',
  {
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    topicId: uuid()
      .notNull()
      .references(() => topic.id),
    position: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.topicId] }),
    index('article_topic_topic').on(table.topicId, table.articleId.desc().nullsFirst()),
  ],
)

/** Addresses that an article had before; each leads to the one it has now. */
export const articleSlug = pgTable(
  'article_slug',
  {
    slug: text().primaryKey(),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [index('article_slug_article').on(table.articleId)],
)

export const correctionKind = pgEnum('correction_kind', ['correction', 'clarification'])

export const correction = pgTable(
  'correction',
  {
    id: id(),
    articleId: uuid()
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    kind: correctionKind().notNull().default('correction'),
    text: text().notNull(),
    publishedAt: moment().notNull().defaultNow(),
    /** The correction that replaced this one. A correction is never deleted. */
    supersededBy: uuid().references((): AnyPgColumn => correction.id),
    createdBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    index('correction_article').on(table.articleId, table.publishedAt),
    index('correction_latest').on(table.publishedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    uniqueIndex('correction_superseded').on(table.supersededBy).where(sql`${table.supersededBy} is not null`),
  ],
)
