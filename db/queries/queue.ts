import { and, type SQL, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { article, comment, commentCount, report, section } from '../schema'

// The moderators' queue, among a million comments as among ten: every page is a piece of an index, and what narrows a
// tab is looked for in a bounded part of it.

/** What narrows a tab is looked for among so many comments; whoever wants more asks for the part behind them. */
const lookedAt = 10_000

/** So many of those that come first are weighed where the riskiest are asked for. */
export const weighed = 1000

/** Counts end here: a tab may hold everything that was ever said. */
export const mostCounted = 1000

type Tab = keyof typeof tabs
type Age = keyof typeof hours
/** Behind this comment or report: its moment in microseconds since 1970, and its key. */
type Place = { micros: string; id: string }

export type QueueFilter = {
  tab: Tab
  /** `risk`: those first where a moderator has most likely something to do. */
  order: 'oldest' | 'newest' | 'risk'
  why?: string | undefined
  section?: string | undefined
  article?: string | undefined
  who?: 'guest' | 'member' | undefined
  age?: Age | undefined
  after?: Place | undefined
}

/** Who is in a tab, and the moment by which they follow each other there; an index of its own has both. */
const tabs = {
  held: { since: sql`comment.created_at`, has: sql`comment.standing = 'held'` },
  unmoderated: {
    since: sql`comment.visible_at`,
    has: sql`comment.standing = 'visible' and comment.decided_at is null`,
  },
  approved: {
    since: sql`comment.decided_at`,
    has: sql`comment.standing = 'visible' and comment.decided_at is not null`,
  },
  hidden: { since: sql`comment.moved_at`, has: sql`comment.standing = 'hidden'` },
  /** By the oldest open report: the others of a comment are left out. */
  reported: {
    since: sql`report.created_at`,
    has: sql`report.outcome is null and comment.standing = 'visible' and not exists (select from report earlier
      where earlier.comment_id = report.comment_id and earlier.outcome is null
        and (earlier.created_at, earlier.id) < (report.created_at, report.id))`,
  },
} as const

const from = (tab: Tab) =>
  tab === 'reported' ? sql`${report} join ${comment} on comment.id = report.comment_id` : sql`${comment}`

/** What orders two of the same moment. */
const keyOf = (tab: Tab) => (tab === 'reported' ? sql`report.id` : sql`comment.id`)

const hours = {
  hour: 1,
  day: 24,
  week: 168,
  'over-hour': 1,
  'over-day': 24,
  'over-week': 168,
} as const

function ofAge(age: Age, since: SQL, now: Date) {
  const then = new Date(now.getTime() - hours[age] * 3_600_000).toISOString()
  return age.startsWith('over') ? sql`${since} < ${then}` : sql`${since} >= ${then}`
}

const momentOf = (micros: string) => sql`(timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond')`
const microsOf = (since: SQL) => sql`(extract(epoch from ${since}) * 1000000)::bigint::text`

/** The part of a tab that is looked at: its first `lookedAt` comments behind a place. */
function partOf({ tab, order, article: slug, age, after }: QueueFilter, now: Date) {
  const { since, has } = tabs[tab]
  const [key, isForwards] = [keyOf(tab), order === 'oldest' || (order === 'risk' && isWaitedFor(tab))]
  const isBehind =
    after && sql`(${since}, ${key}) ${sql.raw(isForwards ? '>' : '<')} (${momentOf(after.micros)}, ${after.id}::uuid)`
  const isOfArticle = slug ? sql`comment.article_id = (select id from ${article} where slug = ${slug})` : undefined
  const direction = sql.raw(isForwards ? 'asc' : 'desc')
  return sql`select comment.id, comment.article_id, comment.member_id, comment.guest_name, comment.held_because, comment.findings,
      comment.hidden_because, ${since} as since, ${key} as key
    from ${from(tab)}
    where ${and(has, isOfArticle, age ? ofAge(age, since, now) : undefined, isBehind)}
    order by ${since} ${direction}, ${key} ${direction} limit ${lookedAt}`
}

/** Of what is waited for the longest waiting are weighed, of everything else the latest. */
const isWaitedFor = (tab: Tab) => tab === 'held' || tab === 'reported'

/** What of the part fits the rest of the choice, in order. */
function fitting({ tab, order, section: slug, why, who }: QueueFilter, limit: number) {
  const direction = sql.raw(order === 'oldest' || (order === 'risk' && isWaitedFor(tab)) ? 'asc' : 'desc')
  return sql`select part.* from part where ${and(
    sql`true`,
    slug === undefined
      ? undefined
      : sql`part.article_id in (select article.id from ${article} join ${section} on section.id = article.section_id
      where section.slug = ${slug})`,
    who === 'guest' ? sql`part.guest_name is not null` : undefined,
    who === 'member' ? sql`part.member_id is not null` : undefined,
    why ? isBecause(tab, why) : undefined,
  )} order by since ${direction}, key ${direction} limit ${limit}`
}

function isBecause(tab: Tab, why: string) {
  // For any of what was found in it, not only for the first; what was noted only is no reason.
  if (tab === 'held')
    return sql`(part.held_because::text = ${why} or jsonb_path_exists(part.findings,
      '$[*] ? (@.because == $why && !exists(@.shadow))', jsonb_build_object('why', ${why}::text)))`
  if (tab === 'hidden') return sql`part.hidden_because = ${why}`
  return sql`exists (select from report given where given.comment_id = part.id and given.outcome is null
    and given.reason = ${why})`
}

/**
 * How likely a moderator has something to do: three for each open report, one for each comment of the same author that
 * was hidden in the last thirty days and for each link, up to five and three, one for a guest, and one for each dislike
 * more than likes, up to five.
 */
const risk = sql<number>`(
  3 * (select count(*) from report open where open.comment_id = fits.id and open.outcome is null)
  + coalesce((select least(5, hidden) from lately where lately.member_id = fits.member_id), 0)
  + (select least(3, regexp_count(comment.text, 'https?://')) from comment where comment.id = fits.id)
  + (fits.guest_name is not null)::int
  + coalesce((select greatest(0, least(5, dislikes - likes)) from ${commentCount} where comment_id = fits.id), 0)
)::int`

/** Whose comments were hidden in the last thirty days, and how many, among the latest that were. */
const lately = sql`select member_id, count(*) as hidden from (select member_id from ${comment}
  where standing = 'hidden' and moved_at > now() - interval '30 days' order by moved_at desc limit 5000) hidden
  group by member_id`

export type Waiting = { id: string; since: Date; micros: string; key: string; risk: number | null }
type Row = Omit<Waiting, 'since'>

/** A page of a tab, from a place on; behind the riskiest ones, a number of them. */
export async function listQueue(filter: QueueFilter, limit: number, now = new Date(), on: Db = db): Promise<Waiting[]> {
  const isByRisk = filter.order === 'risk'
  const rows = await on.execute<Row>(sql`
    with part as (${partOf(filter, now)}), fits as (${fitting(filter, isByRisk ? weighed : limit)}),
      lately as materialized (${lately})
    select id, ${microsOf(sql`since`)} as micros, key, ${isByRisk ? risk : sql`null::int`} as risk from fits
    order by ${isByRisk ? sql`risk desc, since, key` : inOrder(filter)} limit ${limit}`)
  return rows.map((row) => ({ ...row, since: new Date(Number(row.micros) / 1000) }))
}

const inOrder = ({ order }: QueueFilter) => (order === 'oldest' ? sql`since, key` : sql`since desc, key desc`)

/** The last place of the part that was looked at, where the tab goes on behind it. */
export async function findPartEnd(filter: QueueFilter, now = new Date(), on: Db = db): Promise<Place | undefined> {
  const [end] = await on.execute<Place>(sql`
    with part as (${partOf(filter, now)})
    select ${microsOf(sql`since`)} as micros, key as id from part order by ${inOrder(filter)}
    offset ${lookedAt - 1} limit 1`)
  return end
}

/** One after the other, so that it ends where enough are counted. */
const reportedOnes = sql`select count(*)::int from (
  select from ${report} cross join lateral (
    select from ${comment} where comment.id = report.comment_id and ${tabs.reported.has} offset 0
  ) visible where report.outcome is null limit ${mostCounted}) counted`

/** How many comments are in each tab, up to `mostCounted`. */
export async function countQueue(on: Db = db): Promise<Record<Tab, number>> {
  const count = (tab: Exclude<Tab, 'reported'>) =>
    sql`(select count(*)::int from (select from ${from(tab)} where ${tabs[tab].has} limit ${mostCounted}) counted)`
  const [counts] = await on.execute<Record<Tab, number>>(sql`select (${reportedOnes}) as reported,
    ${count('held')} as held, ${count('unmoderated')} as unmoderated, ${count('approved')} as approved,
    ${count('hidden')} as hidden`)
  if (!counts) throw new Error('nothing was counted')
  return counts
}

/** Since when the longest waiting comment waits: held, or reported. */
export async function findLongestWait(on: Db = db) {
  const first = async (tab: 'held' | 'reported') => (await listQueue({ tab, order: 'oldest' }, 1, new Date(), on))[0]
  const waiting = await Promise.all([first('held'), first('reported')])
  const moments = waiting.flatMap((one) => (one ? [one.since.getTime()] : []))
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined
}
