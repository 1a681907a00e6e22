import { and, asc, eq, exists, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { article, articleAuthor, author, comment, member } from '../schema'

/** Authors who have an account here, by name. */
export async function listTiedAuthors(limit: number, on: Db = db) {
  return on
    .select({ id: author.id, name: author.name, slug: author.slug, handle: member.handle, memberName: member.name })
    .from(author)
    .innerJoin(member, eq(member.id, author.memberId))
    .where(isNotNull(author.memberId))
    .orderBy(asc(author.name), asc(author.id))
    .limit(limit)
}

export type TiedAuthor = Awaited<ReturnType<typeof listTiedAuthors>>[number]

/** Locks the row until the transaction ends. */
export async function findAuthorToTie(id: string, tx: Tx) {
  const [found] = await tx
    .select({ id: author.id, slug: author.slug, name: author.name, memberId: author.memberId })
    .from(author)
    .where(eq(author.id, id))
    .limit(1)
    .for('update')
  return found
}

export async function findMemberByHandle(handle: string, on: Db = db) {
  const [found] = await on
    .select({ id: member.id, handle: member.handle })
    .from(member)
    .where(eq(member.handle, handle))
    .limit(1)
  return found
}

export async function updateAuthorMember(id: string, memberId: string | null, tx: Tx) {
  await tx.update(author).set({ memberId }).where(eq(author.id, id))
}

/** An author's articles under which one of these members has a comment that readers see, the latest first. */
export async function listArticlesWithOwnComments(authorId: string, memberIds: string[], limit: number, on: Db = db) {
  if (memberIds.length === 0) return []
  const theirs = on
    .select({ one: sql`1` })
    .from(comment)
    .where(
      and(
        eq(comment.articleId, articleAuthor.articleId),
        inArray(comment.memberId, memberIds),
        eq(comment.standing, 'visible'),
      ),
    )
  const rows = await on
    .select({ articleId: articleAuthor.articleId })
    .from(articleAuthor)
    .innerJoin(article, eq(article.id, articleAuthor.articleId))
    .where(and(eq(articleAuthor.authorId, authorId), eq(article.state, 'published'), exists(theirs)))
    .orderBy(sql`${articleAuthor.articleId} desc`)
    .limit(limit)
  return rows.map(({ articleId }) => articleId)
}
