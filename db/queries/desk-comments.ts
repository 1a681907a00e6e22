import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, db } from '../client'
import { article, articleVersion, comment, commentVersion, member, pick, reason, section } from '../schema'
import { givenReason } from './reasons'

// What moderators see, hidden and held texts among it. Never a guest's e-mail address.

const parent = alias(comment, 'parent')
const parentMember = alias(member, 'parent_member')

/** A version that was replaced after the reply was written. */
const answeredVersion = sql`(select version.text from ${commentVersion} version
  where version.comment_id = ${parent.id} and version.created_at <= ${comment.createdAt}
    and ${parent.editedAt} > ${comment.createdAt}
  order by version.no desc limit 1)`

const deskComment = {
  id: comment.id,
  rootId: comment.rootId,
  depth: comment.depth,
  text: comment.text,
  standing: comment.standing,
  heldBecause: comment.heldBecause,
  findings: comment.findings,
  hiddenBecause: givenReason,
  visibleAt: comment.visibleAt,
  createdAt: comment.createdAt,
  editedAt: comment.editedAt,
  movedAt: comment.movedAt,
  decidedAt: comment.decidedAt,
  memberId: comment.memberId,
  guestKey: comment.guestKey,
  isGuest: sql<boolean>`${comment.guestName} is not null`,
  /** Empty where the account is gone. */
  name: sql<string>`coalesce(${member.name}, ${comment.guestName}, '')`,
  slug: article.slug,
  headline: articleVersion.headline,
  sectionName: section.name,
  isPicked: sql<boolean>`exists (select from ${pick} where ${pick.commentId} = ${comment.id})`,
  answersId: comment.parentId,
  /** What it said when it was answered, and whether that was changed later. */
  answersText: sql<string | null>`coalesce(${answeredVersion}, ${parent.text})`,
  answersChanged: sql<boolean>`coalesce(${parent.editedAt} > ${comment.createdAt}, false)`,
  answersStanding: parent.standing,
  answersName: sql<string>`coalesce(${parentMember.name}, ${parent.guestName}, '')`,
}

function selectDeskComments(on: Db) {
  return on
    .select(deskComment)
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(member, eq(member.id, comment.memberId))
    .leftJoin(reason, eq(reason.code, comment.hiddenBecause))
    .leftJoin(parent, eq(parent.id, comment.parentId))
    .leftJoin(parentMember, eq(parentMember.id, parent.memberId))
}

export type DeskComment = Awaited<ReturnType<typeof listDeskComments>>[number]

/** These comments with all that a moderator needs to decide; in no order. */
export async function listDeskComments(ids: string[], on: Db = db) {
  if (ids.length === 0) return []
  return selectDeskComments(on).where(inArray(comment.id, ids)).limit(ids.length)
}

export async function findDeskComment(id: string, on: Db = db) {
  const [found] = await listDeskComments([id], on)
  return found
}

/** Comments of a thread on each side of one moment, oldest first, whatever their standing. */
export async function listDeskThread(rootId: string, around: { createdAt: Date; id: string }, each = 100, on: Db = db) {
  const later = or(
    sql`${comment.createdAt} > ${around.createdAt.toISOString()}`,
    and(eq(comment.createdAt, around.createdAt), gte(comment.id, around.id)),
  )
  const earlier = or(
    lt(comment.createdAt, around.createdAt),
    and(eq(comment.createdAt, around.createdAt), lt(comment.id, around.id)),
  )
  const part = (side: SQL | undefined, order: typeof asc | typeof desc) =>
    selectDeskComments(on)
      .where(and(eq(comment.rootId, rootId), side))
      .orderBy(order(comment.createdAt), order(comment.id))
      .limit(each)
  const [before, after] = await Promise.all([part(earlier, desc), part(later, asc)])
  return [...before.reverse(), ...after]
}

/** When a comment's text was last changed, if it ever was. */
export async function findEditedAt(id: string, on: Db = db) {
  const [found] = await on.select({ editedAt: comment.editedAt }).from(comment).where(eq(comment.id, id)).limit(1)
  return found?.editedAt
}

export async function countThread(rootId: string, on: Db = db) {
  return on.$count(comment, eq(comment.rootId, rootId))
}

/** The latest other comments of whoever wrote this one: the member, or the guest's browser. */
export async function listLatestOf(of: Pick<DeskComment, 'id' | 'memberId' | 'guestKey'>, limit = 10, on: Db = db) {
  const isTheirs = of.memberId
    ? eq(comment.memberId, of.memberId)
    : of.guestKey
      ? eq(comment.guestKey, of.guestKey)
      : undefined
  if (!isTheirs) return []
  return selectDeskComments(on)
    .where(and(isTheirs, sql`${comment.id} <> ${of.id}`))
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(limit)
}

/** The texts that a comment had before, the first first, each with the moment when it was written. */
export async function listVersions(commentId: string, on: Db = db) {
  return on
    .select({ no: commentVersion.no, text: commentVersion.text, createdAt: commentVersion.createdAt })
    .from(commentVersion)
    .where(eq(commentVersion.commentId, commentId))
    .orderBy(asc(commentVersion.no))
    .limit(200)
}
