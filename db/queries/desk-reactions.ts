import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db } from '../client'
import { article, articleVersion, comment, commentCount } from '../schema'

const row = z.object({
  kind: z.enum(['article', 'comment']),
  id: z.uuid(),
  articleId: z.uuid(),
  slug: z.string(),
  headline: z.string(),
  /** How the comment begins. */
  opening: z.string(),
  /** As readers see them. */
  likes: z.int(),
  dislikes: z.int(),
  likesAside: z.int(),
  dislikesAside: z.int(),
  lastAt: z.coerce.date(),
})

export type SetAside = z.infer<typeof row>

const aside = sql`count(*) filter (where value > 0)::int as likes_aside,
  count(*) filter (where value < 0)::int as dislikes_aside, max(created_at) as last_at`

/** What has reactions that are set aside, the latest first: its numbers as they are, and what they leave out. */
export async function listSetAside(limit: number, on: Db = db) {
  const rows = await on.execute(sql`
    select 'article' as kind, article_id as id, article_id, '' as opening, kept.likes, kept.dislikes, likes_aside,
      dislikes_aside, last_at
    from (select article_id, ${aside} from article_reaction where is_set_aside group by article_id) of_articles
    join article_count kept using (article_id)
    union all
    select 'comment', ${comment.id}, ${comment.articleId}, case when ${comment.standing} = 'deleted' then '' else left(${comment.text}, 200) end, ${commentCount.likes},
      ${commentCount.dislikes}, likes_aside, dislikes_aside, last_at
    from (select comment_id, ${aside} from comment_reaction where is_set_aside group by comment_id) of_comments
    join ${comment} on ${comment.id} = of_comments.comment_id
    join ${commentCount} on ${commentCount.commentId} = ${comment.id}
    order by last_at desc, id limit ${limit}`)
  const told = rows.map((found) => ({
    kind: found.kind,
    id: found.id,
    articleId: found.article_id,
    opening: found.opening,
    likes: found.likes,
    dislikes: found.dislikes,
    likesAside: found.likes_aside,
    dislikesAside: found.dislikes_aside,
    lastAt: found.last_at,
  }))
  const places = await Promise.all(told.map(({ articleId }) => placeOf(z.uuid().parse(articleId), on)))
  return z.array(row).parse(told.map((found, at) => ({ ...found, ...places[at] })))
}

async function placeOf(articleId: string, on: Db) {
  const [found] = await on
    .select({ slug: article.slug, headline: sql<string>`coalesce(${articleVersion.headline}, '')` })
    .from(article)
    .leftJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(eq(article.id, articleId))
    .limit(1)
  return found
}
