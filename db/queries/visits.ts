import { and, eq, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { articleVisit, comment } from '../schema'

/** Looks that are closer together are one visit, so that paging and reloading keep the marks. */
const visitMinutes = 30

/** New comments that a page counts and leads to; of more the latest. */
export const mostNew = 1000

/** Notes that a member looks at a conversation, and answers since when what is in it is new to them: none at first. */
export async function recordVisit(memberId: string, articleId: string, now = new Date(), on: Db = db) {
  const isAnother = sql`${articleVisit.lastLookAt} < ${new Date(now.getTime() - visitMinutes * 60_000).toISOString()}`
  const [visit] = await on
    .insert(articleVisit)
    .values({ memberId, articleId, lastLookAt: now })
    .onConflictDoUpdate({
      target: [articleVisit.memberId, articleVisit.articleId],
      set: {
        newSince: sql`case when ${isAnother} then ${articleVisit.lastLookAt} else ${articleVisit.newSince} end`,
        lastLookAt: now,
      },
    })
    .returning({ newSince: articleVisit.newSince })
  return visit?.newSince ?? null
}

/** What others wrote under an article that readers could first read after `since`, in the order of its threads. */
export async function listNewComments(memberId: string, articleId: string, since: Date, on: Db = db) {
  const latest = on
    .select({ id: comment.id, rootNo: comment.rootNo, createdAt: comment.createdAt })
    .from(comment)
    .where(
      and(
        eq(comment.articleId, articleId),
        eq(comment.standing, 'visible'),
        sql`${comment.visibleAt} > ${since.toISOString()}`,
        sql`${comment.memberId} is distinct from ${memberId}`,
      ),
    )
    .orderBy(sql`${comment.visibleAt} desc, ${comment.id} desc`)
    .limit(mostNew)
    .as('latest')
  return on.select().from(latest).orderBy(latest.rootNo, latest.createdAt, latest.id)
}

export type NewComment = Awaited<ReturnType<typeof listNewComments>>[number]
