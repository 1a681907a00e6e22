import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db } from '../client'

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
    select target.kind, target.id, target.article_id as "articleId", slug, coalesce(headline, '') as headline, opening, likes,
      dislikes, likes_aside as "likesAside", dislikes_aside as "dislikesAside", last_at as "lastAt"
    from (
      select 'article' as kind, article_id as id, article_id, '' as opening, kept.likes, kept.dislikes, likes_aside,
        dislikes_aside, last_at
      from (select article_id, ${aside} from article_reaction where is_set_aside group by article_id) of_articles
      join article_count kept using (article_id)
      union all
      select 'comment', comment.id, comment.article_id, ${openingOf}, kept.likes, kept.dislikes, likes_aside,
        dislikes_aside, last_at
      from (select comment_id, ${aside} from comment_reaction where is_set_aside group by comment_id) of_comments
      join comment on comment.id = of_comments.comment_id
      join comment_count kept on kept.comment_id = comment.id
      order by last_at desc, id limit ${limit}
    ) target
    join article on article.id = target.article_id
    left join article_version version on version.id = article.version_id
    order by last_at desc, target.id`)
  return z.array(row).parse(rows)
}

/** Moderators are not shown what its author deleted. */
const openingOf = sql`case when comment.standing = 'deleted' then '' else left(comment.text, 200) end`
