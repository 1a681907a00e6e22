import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { article, articleVersion, comment, decision, member, report, setting } from '../schema'
import { conversationColumns, withConversation } from './conversations'

// What is set for conversations, of one article and of all, as acts and the desk need it.

/** An article that was published, with what is set for its conversation and how that stands now. */
export async function findConversation(of: { slug: string } | { id: string }, now: Date, on: Db = db) {
  const [found] = await on
    .select({ id: article.id, slug: article.slug, headline: articleVersion.headline, ...conversationColumns })
    .from(article)
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(and('id' in of ? eq(article.id, of.id) : eq(article.slug, of.slug), eq(article.state, 'published')))
    .limit(1)
  return found && { ...withConversation(found, now), isKeptOpen: found.commentsOpen }
}

export type FoundConversation = NonNullable<Awaited<ReturnType<typeof findConversation>>>

/** Has who else changes this article wait for this transaction. */
export async function lockConversation(articleId: string, tx: Tx) {
  await tx.select({ id: article.id }).from(article).where(eq(article.id, articleId)).limit(1).for('no key update')
}

type Conversation = Pick<
  typeof article.$inferSelect,
  'commentsOpen' | 'commentsPremoderated' | 'commentsCloseAfter' | 'commentSeconds' | 'heatedUntil'
>

export async function updateConversation(articleId: string, values: Partial<Conversation>, tx: Tx) {
  await tx.update(article).set(values).where(eq(article.id, articleId))
}

/** Reports of an article's comments since a moment, whatever came of them. */
export async function countReportsUnder(articleId: string, since: Date, on: Db = db) {
  const [row] = await on
    .select({ n: sql<number>`count(*)::int` })
    .from(report)
    .innerJoin(comment, eq(comment.id, report.commentId))
    .where(and(gt(report.createdAt, since), eq(comment.articleId, articleId)))
  return row?.n ?? 0
}

/** What was decided about an article's conversation, the latest first. */
export async function listConversationDecisions(articleId: string, on: Db = db) {
  return listChanges(and(eq(decision.articleId, articleId), eq(decision.kind, 'change-conversation')), on)
}

/** What was decided about all conversations, the latest first. */
export async function listSettingDecisions(on: Db = db) {
  return listChanges(inArray(decision.kind, ['change-settings', 'change-domain']), on)
}

async function listChanges(which: ReturnType<typeof and>, on: Db) {
  return on
    .select({
      id: decision.id,
      kind: decision.kind,
      actorName: member.name,
      isAutomatic: decision.isAutomatic,
      note: decision.note,
      before: decision.before,
      after: decision.after,
      createdAt: decision.createdAt,
    })
    .from(decision)
    .leftJoin(member, eq(member.id, decision.actorId))
    .where(which)
    .orderBy(desc(decision.createdAt), desc(decision.id))
    .limit(50)
}

export type ConversationDecision = Awaited<ReturnType<typeof listChanges>>[number]

/** A setting as it was stored, locked in a transaction; nothing where it was never changed. */
export async function findSetting(key: string, on: Db = db) {
  const [found] = await on.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).limit(1)
  return found?.value
}

/** Has who else changes this setting wait, also where it is not there yet. */
export async function lockSetting(key: string, tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`setting ${key}`}, 0))`)
}

export async function updateSetting(key: string, value: Record<string, unknown>, now: Date, tx: Tx) {
  const row = { value, changedAt: now }
  await tx
    .insert(setting)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: setting.key, set: row })
}
