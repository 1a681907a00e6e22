import { and, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { alias, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import { type Db, db } from '../client'
import {
  article,
  articleVersion,
  comment,
  decision,
  member,
  memberNote,
  reason,
  report,
  sanction,
  section,
} from '../schema'
import { givenReason } from './reasons'

// A member as the moderators' desk sees them: their record, a part of each list at a time. Never an e-mail address.

const shown = { id: member.id, handle: member.handle, name: member.name, rank: member.rank }

export async function findMemberByHandle(handle: string, on: Db = db) {
  const [found] = await on.select(shown).from(member).where(eq(member.handle, handle)).limit(1)
  return found
}

export async function findMember(id: string, on: Db = db) {
  const [found] = await on.select(shown).from(member).where(eq(member.id, id)).limit(1)
  return found
}

type Listed = PgTable & { id: PgColumn; createdAt: PgColumn }

/** What stands below one row in a list with the latest first. The first part of it is what an index can follow. */
function below({ id, createdAt }: Listed, before: string | undefined, on: Db): SQL | undefined {
  if (!before) return
  const table = id.table
  const place = (column: PgColumn) => on.select({ at: column }).from(table).where(eq(id, before))
  return and(
    lte(createdAt, sql`(${place(createdAt)})`),
    sql`(${createdAt}, ${id}) < ((${place(createdAt)}), ${before}::uuid)`,
  )
}

export async function listCommentIdsOf(memberId: string, before: string | undefined, limit: number, on: Db = db) {
  return on
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.memberId, memberId), below(comment, before, on)))
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(limit)
}

const actor = alias(member, 'actor')

/** Decisions about a member and about their comments. */
export async function listDecisionsOf(memberId: string, before: string | undefined, limit: number, on: Db = db) {
  return on
    .select({
      id: decision.id,
      kind: decision.kind,
      commentId: decision.commentId,
      reason: givenReason,
      note: decision.note,
      actorName: actor.name,
      isAutomatic: decision.isAutomatic,
      createdAt: decision.createdAt,
    })
    .from(decision)
    .leftJoin(reason, eq(reason.code, decision.reason))
    .leftJoin(actor, eq(actor.id, decision.actorId))
    .where(and(eq(decision.memberId, memberId), below(decision, before, on)))
    .orderBy(desc(decision.createdAt), desc(decision.id))
    .limit(limit)
}

const reporter = alias(member, 'reporter')
const author = alias(member, 'author')

function selectReports(on: Db) {
  return on
    .select({
      id: report.id,
      commentId: report.commentId,
      reason: givenReason,
      note: report.note,
      outcome: report.outcome,
      createdAt: report.createdAt,
      headline: articleVersion.headline,
      /** None for a guest. */
      reporterName: reporter.name,
      reporterHandle: reporter.handle,
      authorName: sql<string | null>`coalesce(${author.name}, ${comment.guestName})`,
    })
    .from(report)
    .innerJoin(reason, eq(reason.code, report.reason))
    .innerJoin(comment, eq(comment.id, report.commentId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .leftJoin(reporter, eq(reporter.id, report.memberId))
    .leftJoin(author, eq(author.id, comment.memberId))
}

export async function listReportsFrom(memberId: string, before: string | undefined, limit: number, on: Db = db) {
  return selectReports(on)
    .where(and(eq(report.memberId, memberId), below(report, before, on)))
    .orderBy(desc(report.createdAt), desc(report.id))
    .limit(limit)
}

export async function listReportsAgainst(memberId: string, before: string | undefined, limit: number, on: Db = db) {
  return selectReports(on)
    .where(and(eq(comment.memberId, memberId), below(report, before, on)))
    .orderBy(desc(report.createdAt), desc(report.id))
    .limit(limit)
}

const imposer = alias(member, 'imposer')

/** Every sanction that a member ever had, the latest first. */
export async function listSanctionRecord(memberId: string, on: Db = db) {
  return on
    .select({
      id: sanction.id,
      kind: sanction.kind,
      reason: sql<string>`coalesce(${reason.label}, ${sanction.reason})`,
      note: sanction.note,
      sectionName: section.name,
      commentId: sanction.commentId,
      imposedBy: imposer.name,
      startsAt: sanction.startsAt,
      endsAt: sanction.endsAt,
      liftedAt: sanction.liftedAt,
      acknowledgedAt: sanction.acknowledgedAt,
    })
    .from(sanction)
    .leftJoin(reason, eq(reason.code, sanction.reason))
    .leftJoin(section, eq(section.id, sanction.sectionId))
    .leftJoin(imposer, eq(imposer.id, sanction.imposedBy))
    .where(eq(sanction.memberId, memberId))
    .orderBy(desc(sanction.startsAt), desc(sanction.id))
    .limit(100)
}

const noter = alias(member, 'noter')

/** What the staff wrote about a member, the latest first. */
export async function listNotes(memberId: string, on: Db = db) {
  return on
    .select({ id: memberNote.id, text: memberNote.text, authorName: noter.name, createdAt: memberNote.createdAt })
    .from(memberNote)
    .leftJoin(noter, eq(noter.id, memberNote.authorId))
    .where(eq(memberNote.memberId, memberId))
    .orderBy(desc(memberNote.createdAt), desc(memberNote.id))
    .limit(200)
}

export async function insertNote(values: typeof memberNote.$inferInsert, on: Db = db) {
  await on.insert(memberNote).values(values)
}

export type SanctionOfRecord = Awaited<ReturnType<typeof listSanctionRecord>>[number]
