import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { comment, member } from '../schema'

// Comments by their words, for moderators. What is rare is found by the index of words; what is common, and what has
// none, in a bounded part of all comments, the latest first.

/** Words that more comments have are looked for along the comments, where they are found soon. */
const rare = 10_000
/** So many comments are looked at for one page; whoever wants more asks for the part behind them. */
const lookedAt = 10_000
/** Of so many people of one name. */
const mostNamesakes = 50

type Place = { micros: string; id: string }
export type CommentSearch = {
  q?: string | undefined
  /** Members of this name, and guests. */
  author?: { memberIds: string[]; guestName: string } | undefined
  standing?: (typeof comment.$inferSelect)['standing'] | undefined
  from?: Date | undefined
  before?: Date | undefined
  after?: Place | undefined
}

export type FoundComment = { id: string; since: Date; micros: string }

const words = (q: string) => sql`websearch_to_tsquery('simple', ${q})`
const hasWords = (q: string) => sql`to_tsvector('simple'::regconfig, comment.text) @@ ${words(q)}`

/** A page of what fits, the latest first, and where to look on. */
export async function searchComments(search: CommentSearch, limit: number, on: Db = db) {
  const { q } = search
  const byWords = q !== undefined && (await isRare(q, on))
  // Found by their words they are put in order afterwards; along the comments they are in order, and enough are soon found.
  const part = byWords ? partOfWords(search, q) : partOfAll(search)
  const rows = await on.execute<{ id: string; micros: string }>(sql`
    with part as ${sql.raw(byWords ? 'materialized' : '')} (${part})
    select part.id, (extract(epoch from part.created_at) * 1000000)::bigint::text as micros from part
    ${byWords || q === undefined ? sql`` : sql`where to_tsvector('simple'::regconfig, part.text) @@ ${words(q)}`}
    order by part.created_at desc, part.id desc limit ${limit + 1}`)
  const found = rows.map((row): FoundComment => ({ ...row, since: new Date(Number(row.micros) / 1000) }))
  if (found.length > limit) return { found: found.slice(0, limit), next: placeOf(found[limit - 1]), isCut: false }
  const end = byWords ? undefined : await findEnd(part, on)
  return { found, next: end, isCut: end !== undefined }
}

const placeOf = (last: FoundComment | undefined) => last && { micros: last.micros, id: last.id }

/** Few enough to be put in order. */
async function isRare(q: string, on: Db) {
  const [counted] = await on.execute<{ n: number }>(sql`
    select count(*)::int as n from (select from ${comment} where ${hasWords(q)} limit ${rare + 1}) counted`)
  return (counted?.n ?? 0) <= rare
}

const partOfWords = (search: CommentSearch, q: string) =>
  sql`select id, created_at from ${comment} where ${and(hasWords(q), ...narrowing(search))}`

const partOfAll = (search: CommentSearch) =>
  sql`select id, created_at, text from ${comment} where ${and(sql`true`, ...narrowing(search))}
    order by created_at desc, id desc limit ${lookedAt}`

function narrowing({ q, author, standing, from, before, after }: CommentSearch): (SQL | undefined)[] {
  return [
    // What its author took back is not found by its words.
    q === undefined ? undefined : sql`comment.standing <> 'deleted'`,
    author && isBy(author),
    standing && eq(comment.standing, standing),
    from && sql`comment.created_at >= ${from.toISOString()}`,
    before && sql`comment.created_at < ${before.toISOString()}`,
    after &&
      sql`(comment.created_at, comment.id) < (timestamptz 'epoch' + ${after.micros}::bigint * interval '1 microsecond', ${after.id}::uuid)`,
  ]
}

const isBy = ({ memberIds, guestName }: NonNullable<CommentSearch['author']>) =>
  or(
    memberIds.length > 0 ? inArray(comment.memberId, memberIds) : undefined,
    sql`(lower(comment.guest_name) = lower(${guestName}) and comment.guest_name is not null)`,
  )

/** The last of the comments that were looked at, where there may be more behind it. */
async function findEnd(part: SQL, on: Db): Promise<Place | undefined> {
  const [end] = await on.execute<Place>(sql`
    with part as (${part})
    select id, (extract(epoch from created_at) * 1000000)::bigint::text as micros from part
    order by created_at desc, id desc offset ${lookedAt - 1} limit 1`)
  return end
}

/** The members of a name, by what it looks like, or of a handle. */
export async function listNamesakes(name: string, likeness: string, on: Db = db) {
  const rows = await on
    .select({ id: member.id })
    .from(member)
    .where(or(eq(member.handle, name.toLowerCase()), likeness ? eq(member.nameLikeness, likeness) : undefined))
    .orderBy(member.id)
    .limit(mostNamesakes)
  return rows.map(({ id }) => id)
}
