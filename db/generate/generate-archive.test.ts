import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { bodySchema } from '@/domain/article/body/body'
import { db } from '../client'
import { findArticle, listArticles } from '../queries/articles'
import { countReactions } from '../queries/reaction-changes'
import { searchArticles } from '../queries/search'
import { listThread } from '../queries/threads'
import { aComment, anArticle } from '../testing/a-paper'
import { generateArchive } from './generate-archive'
import { findGeneratedRows, removeArchive } from './remove-archive'

const wish = { articles: 200, comments: 2000, thread: 500, seed: 7 }
const now = new Date('2026-03-04T12:00:00Z')

/** One number out of the database. */
async function ask(question: ReturnType<typeof sql>) {
  const [row] = await db.execute<{ n: number }>(sql`select (${question})::int as n`)
  return row?.n
}

const real = { headline: 'The ferry is real', text: 'A real harbour.' }
let written: Awaited<ReturnType<typeof aComment>>
let realSlug = ''

beforeAll(async () => {
  const article = await anArticle(real)
  realSlug = article.slug
  written = await aComment({ articleId: article.id, text: 'A real comment.' })
  const outcome = await generateArchive(wish, () => {}, now)
  expect(outcome.state).toBe('made')
})

describe('a generated archive', () => {
  test('has as many articles and comments as were asked for', async () => {
    expect(await ask(sql`select count(*) from article where batch = 'generated' and state = 'published'`)).toBe(200)
    expect(await ask(sql`select count(*) from comment where batch = 'generated'`)).toBe(2500)
    expect(await ask(sql`select count(distinct published_at) from article where batch = 'generated'`)).toBe(200)
  })

  test('has its thread under the latest article', async () => {
    const [latest] = await listArticles({ of: 'all' }, { limit: 1, offset: 0 }, now)
    expect(await ask(sql`select count(*) from comment where article_id = ${latest?.id}`)).toBe(500)
    const page = await listThread(latest?.id ?? '', 1)
    const places = new Map(page.map(({ id }, place) => [id, place]))
    const early = page.filter(({ id, parentId }) => (places.get(parentId ?? '') ?? -1) > (places.get(id) ?? 0))
    expect(page.length).toBeGreaterThan(30)
    expect(early).toEqual([])
  })

  test('says what the site can draw and find', async () => {
    const [latest] = await listArticles({ of: 'all' }, { limit: 1, offset: 0 }, now)
    const article = await findArticle(latest?.slug ?? '', now)
    expect(bodySchema.safeParse(article?.body).success).toBe(true)
    const outOfBounds = sql`select count(*) from article_version join article on article.id = article_id
      where batch = 'generated' and array_length(regexp_split_to_array(body_text, '\\s+'), 1) not between 150 and 640`
    expect(await ask(outOfBounds)).toBe(0)
    const filter = { q: 'council', timeZone: 'UTC', sort: 'newest' as const }
    const found = await searchArticles(filter, { offset: 0, limit: 10, most: 1000 }, ['en'], now)
    expect(found.state === 'found' && found.articles).toBeGreaterThan(100)
  })

  test('counts every article’s comments, roots and reactions as its rows have them', async () => {
    const wrong = sql`select count(*) from article join article_count counts on counts.article_id = article.id where batch = 'generated' and (
      comments <> (select count(*) from comment where comment.article_id = article.id and standing = 'visible')
      or roots <> (select count(root_no) from comment where comment.article_id = article.id and depth = 0)
      or likes <> (select count(*) from article_reaction r where r.article_id = article.id and value = 1)
      or dislikes <> (select count(*) from article_reaction r where r.article_id = article.id and value = -1))`
    expect(await ask(wrong)).toBe(0)
    expect(await ask(sql`select sum(comments) from article_count`)).toBeGreaterThan(2300)
    expect(await ask(sql`select sum(likes) from article_count`)).toBeGreaterThan(50)
  })

  test('counts every comment’s replies and reactions as its rows have them', async () => {
    const wrong = sql`select count(*) from comment join comment_count counts on counts.comment_id = comment.id where
      replies <> (select count(*) from comment below where below.root_id = comment.id and below.depth > 0 and below.standing = 'visible') * (comment.depth = 0)::int
      or likes <> (select count(*) from comment_reaction r where r.comment_id = comment.id and value = 1)
      or dislikes <> (select count(*) from comment_reaction r where r.comment_id = comment.id and value = -1)
      or counts.root_no is distinct from case when comment.depth = 0 then comment.root_no end`
    expect(await ask(wrong)).toBe(0)
    expect(
      await ask(sql`select count(*) from comment left join comment_count on comment_id = id where comment_id is null`),
    ).toBe(0)
    expect(await ask(sql`select max(replies) from comment_count`)).toBeGreaterThan(5)
  })

  test('weighs likes as the site does when somebody likes and takes it back', async () => {
    const [liked] = await db.execute<{ id: string; best: number }>(
      sql`select comment_id as id, best from comment_count where likes > 2 and dislikes > 0 limit 1`,
    )
    const target = { kind: 'comment', id: liked?.id ?? '' } as const
    await db.transaction(async (tx) => {
      await countReactions(target, { likes: 1, dislikes: 0 }, tx)
      await countReactions(target, { likes: -1, dislikes: 0 }, tx)
    })
    const [again] = await db.execute<{ best: number }>(
      sql`select best from comment_count where comment_id = ${liked?.id}`,
    )
    expect(again?.best).toBeCloseTo(liked?.best ?? 0, 5)
  })

  test('numbers roots from 1 without a gap, in the order of time', async () => {
    const wrong = sql`select count(*) from (select root_no, row_number() over (partition by article_id order by visible_at, id) as no
      from comment where depth = 0 and root_no is not null) roots where no <> root_no`
    expect(await ask(wrong)).toBe(0)
  })

  test('has no answer before what it answers, nor to what nobody could read', async () => {
    const wrong = sql`select count(*) from comment answer join comment parent on parent.id = answer.parent_id where answer.batch = 'generated'
      and (parent.created_at > answer.created_at or parent.standing = 'held' or parent.depth + 1 <> answer.depth
      or parent.root_id <> answer.root_id or parent.root_no <> answer.root_no or parent.article_id <> answer.article_id)`
    expect(await ask(wrong)).toBe(0)
    expect(await ask(sql`select count(*) from comment where depth > 1`)).toBeGreaterThan(100)
    expect(
      await ask(sql`select count(*) from comment where created_at > ${now.toISOString()} and batch = 'generated'`),
    ).toBe(0)
  })

  test('is mostly visible, with a few comments that wait or are hidden', async () => {
    const share = async (standing: string) =>
      ask(sql`select count(*) from comment where standing = ${standing}::standing`)
    expect(await share('hidden')).toBeGreaterThan(0)
    expect(await share('held')).toBeGreaterThan(0)
    expect(await share('visible')).toBeGreaterThan(2400)
  })

  test('has a decision for each hidden comment', async () => {
    const undecided = sql`select count(*) from comment where standing = 'hidden' and not exists (
      select from decision where decision.comment_id = comment.id and decision.reason = comment.hidden_because)`
    expect(await ask(undecided)).toBe(0)
  })

  test('is not made twice', async () => {
    expect(await generateArchive(wish, () => {}, now)).toEqual({ state: 'there-is-one' })
    expect(await ask(sql`select count(*) from article where batch = 'generated'`)).toBe(200)
  })
})

describe('when it is taken out', () => {
  test('only it goes: an article, a member and a comment of others stay', async () => {
    const before = await fingerprint()
    expect(await findGeneratedRows()).toEqual({ articles: 200, commentsOfOthers: 0 })
    expect(await removeArchive()).toBe(200)

    const left = ['article', 'comment', 'member', 'section', 'topic', 'author', 'decision']
    for (const table of left) {
      expect([table, await ask(sql`select count(*) from ${sql.identifier(table)} where batch = 'generated'`)]).toEqual([
        table,
        0,
      ])
    }
    for (const table of ['article_reaction', 'comment_reaction', 'article_topic', 'article_author']) {
      expect([table, await ask(sql`select count(*) from ${sql.identifier(table)}`)]).toEqual([table, 0])
    }
    expect((await findArticle(realSlug))?.headline).toBe(real.headline)
    expect(await ask(sql`select count(*) from comment where id = ${written.id} and text = 'A real comment.'`)).toBe(1)
    expect(await ask(sql`select count(*) from member where id = ${written.memberId}`)).toBe(1)
    expect(await ask(sql`select count(*) from pg_indexes where indexname like 'generated%'`)).toBe(0)

    // The same seed makes the same archive again.
    await generateArchive(wish, () => {}, now)
    expect(await fingerprint()).toEqual(before)
  })

  test('what others wrote under it is counted first, and goes with it', async () => {
    const [article] = await listArticles({ of: 'all' }, { limit: 1, offset: 1 }, now)
    await aComment({ articleId: article?.id ?? '' })
    expect(await findGeneratedRows()).toEqual({ articles: 200, commentsOfOthers: 1 })
    expect(await removeArchive()).toBe(200)
    expect(await ask(sql`select count(*) from comment`)).toBe(1)
  })

  test('an archive that was never made is no fault', async () => {
    expect(await removeArchive()).toBe(0)
    expect((await findArticle(realSlug))?.headline).toBe(real.headline)
  })
})

async function fingerprint() {
  const [row] = await db.execute<{ articles: string; comments: string }>(sql`select
    (select md5(string_agg(slug || headline || body_text, '|' order by slug)) from article
      join article_version on article_version.id = version_id where batch = 'generated') as articles,
    (select md5(string_agg(comment.id || text || standing, '|' order by comment.id)) from comment where batch = 'generated') as comments`)
  return row
}
