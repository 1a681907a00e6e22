import { and, count, desc, eq, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import { type Db, db } from '../client'
import { article, articleVersion, decision, reason } from '../schema'

/** The lines of the log that everybody may read: all about comments, and nothing else. */
export const publicKinds = [
  'hide-comment',
  'restore-comment',
  'hold-comment',
  'approve-comment',
  'dismiss-reports',
  'lodge-appeal',
  'uphold-decision',
  'overturn-decision',
] as const

export type PublicKind = (typeof publicKinds)[number]

/** What is about personal data is told so much later, so that the log leads nobody to it while copies are fresh. */
export const personalDelayHours = 24

/** The reason that was given, or for which what is restored had been hidden. */
const code = sql<string | null>`coalesce(${decision.reason}, ${decision.before}->>'hiddenBecause')`

const publicAt = sql<Date>`(${decision.createdAt}
  + case when ${reason.isPersonal} then make_interval(hours => ${personalDelayHours}) else interval '0' end)`.mapWith(
  decision.createdAt,
)

const isAboutComments = and(sql`${decision.commentId} is not null`, inArray(decision.kind, [...publicKinds]))

/** Which part of the log. */
export type LogFilter =
  | { of: 'all' }
  | { of: 'kinds'; kinds: readonly PublicKind[] }
  | { of: 'machine' }
  | { of: 'reason'; code: string }
  | { of: 'month'; from: Date; before: Date }

function fits(filter: LogFilter) {
  switch (filter.of) {
    case 'all':
      return
    case 'kinds':
      return inArray(decision.kind, [...filter.kinds])
    case 'machine':
      return eq(decision.isAutomatic, true)
    case 'reason':
      return eq(code, filter.code)
    case 'month':
      return and(gte(decision.createdAt, filter.from), lt(decision.createdAt, filter.before))
  }
}

const isPublic = (filter: LogFilter, now: Date): SQL | undefined =>
  and(isAboutComments, fits(filter), sql`${publicAt} <= ${now.toISOString()}`)

/** Readers see the article: it is published, and its time has come. */
const isOut = (now: Date) => and(eq(article.state, 'published'), lte(article.publishedAt, now))

/** Lines of the public log, the latest first: no text, nobody's name, and no article that is not out. */
export async function listLog(filter: LogFilter, page: { limit: number; offset: number }, now: Date, on: Db = db) {
  return on
    .select({
      id: decision.id,
      kind: sql<PublicKind>`${decision.kind}`,
      createdAt: decision.createdAt,
      actorRank: decision.actorRank,
      isAutomatic: decision.isAutomatic,
      from: sql<string | null>`${decision.before}->>'standing'`,
      since: sql<string | null>`${decision.before}->>'since'`,
      heldBecause: sql<string | null>`${decision.after}->>'heldBecause'`,
      appealedAt: sql<string | null>`${decision.after}->>'appealedAt'`,
      settledAppeals: sql<number>`coalesce((${decision.after}->>'settledAppeals')::int, 0)`,
      code,
      /** As it was said then, or, of older lines, as it is said now. */
      label: sql<string | null>`coalesce(${decision.after}->'rule'->>'label', ${reason.label})`,
      ruleNo: sql<number | null>`coalesce((${decision.after}->'rule'->>'ruleNo')::int, ${reason.ruleNo})`,
      articleId: decision.articleId,
      slug: article.slug,
      headline: articleVersion.headline,
    })
    .from(decision)
    .leftJoin(reason, eq(reason.code, code))
    .leftJoin(article, and(eq(article.id, decision.articleId), isOut(now)))
    .leftJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(isPublic(filter, now))
    .orderBy(desc(decision.createdAt), desc(decision.id))
    .limit(page.limit)
    .offset(page.offset)
}

export type LogLine = Awaited<ReturnType<typeof listLog>>[number]

export async function countLog(filter: LogFilter, now: Date, on: Db = db) {
  const [row] = await on
    .select({ n: count() })
    .from(decision)
    .leftJoin(reason, eq(reason.code, code))
    .where(isPublic(filter, now))
  return row?.n ?? 0
}

/** When the next line that is kept back comes out; none where none is. */
export async function findNextLogLine(now: Date, on: Db = db) {
  const recent = new Date(now.getTime() - personalDelayHours * 3_600_000)
  const [row] = await on
    .select({ at: sql<Date | null>`min(${publicAt})`.mapWith(decision.createdAt) })
    .from(decision)
    .innerJoin(reason, and(eq(reason.code, code), eq(reason.isPersonal, true)))
    .where(and(isAboutComments, gte(decision.createdAt, recent), sql`${publicAt} > ${now.toISOString()}`))
  return row?.at ?? null
}

/** The months that have lines, as YYYY-MM in UTC, the latest first. */
export async function listLogMonths(now: Date, on: Db = db) {
  // Jumps from month to month along the index, however many lines each has.
  const rows = await on.execute<{ month: string }>(sql`
    with recursive months (month, next) as (
      (select to_char(created_at at time zone 'UTC', 'YYYY-MM'), date_trunc('month', created_at at time zone 'UTC')
        from decision where comment_id is not null and created_at <= ${now.toISOString()}
        order by created_at desc nulls first limit 1)
      union all
      select to_char(found.at, 'YYYY-MM'), date_trunc('month', found.at) from months cross join lateral (
        select created_at at time zone 'UTC' as at from decision
        where comment_id is not null and created_at < months.next at time zone 'UTC'
        order by created_at desc nulls first limit 1) found
    ) select month from months limit 600`)
  return rows.map(({ month }) => month)
}

/** How one of the public log's reports counts what was decided for one reason. */
export type ReasonCount = {
  code: string
  label: string
  ruleNo: number
  removed: number
  automatic: number
  restored: number
}

export type LogReport = {
  removed: number
  notLetThrough: number
  held: number
  approved: number
  kept: number
  restored: number
  automatic: number
  appeals: number
  upheld: number
  overturned: number
  takenBack: number
  /** Seconds; none where nothing was decided that waited. */
  waitHeld: number | null
  waitReported: number | null
  waitAppeal: number | null
  reasons: ReasonCount[]
}

/** The numbers of a month, from its public lines alone. */
export async function countMonth(from: Date, before: Date, now: Date, on: Db = db) {
  const [report] = await on.execute<LogReport>(sql`
    with line as (
      select kind, is_automatic, before->>'standing' as standing, reason.code, reason.label, reason.rule_no,
        decision.created_at - (before->>'since')::timestamptz as waited,
        decision.created_at - (after->>'appealedAt')::timestamptz as appealed,
        coalesce((after->>'settledAppeals')::int, 0) as settled
      from decision left join reason on reason.code = coalesce(decision.reason, before->>'hiddenBecause')
      where comment_id is not null
        and decision.created_at >= ${from.toISOString()} and decision.created_at < ${before.toISOString()}
        and decision.created_at + case when is_personal then make_interval(hours => ${personalDelayHours})
          else interval '0' end <= ${now.toISOString()}
    ), by_reason as (
      select code, label, rule_no as "ruleNo",
        (count(*) filter (where kind = 'hide-comment'))::int as removed,
        (count(*) filter (where kind = 'hide-comment' and is_automatic))::int as automatic,
        (count(*) filter (where kind in ('restore-comment', 'overturn-decision')))::int as restored
      from line where code is not null and kind in ('hide-comment', 'restore-comment', 'overturn-decision')
      group by code, label, rule_no
    ) select
      (count(*) filter (where kind = 'hide-comment'))::int as removed,
      (count(*) filter (where kind = 'hide-comment' and standing = 'held'))::int as "notLetThrough",
      (count(*) filter (where kind = 'hold-comment'))::int as held,
      (count(*) filter (where kind = 'approve-comment'))::int as approved,
      (count(*) filter (where kind = 'dismiss-reports'))::int as kept,
      (count(*) filter (where kind = 'restore-comment'))::int as restored,
      (count(*) filter (where kind in ('hide-comment', 'hold-comment') and is_automatic))::int as automatic,
      (count(*) filter (where kind = 'lodge-appeal'))::int as appeals,
      (count(*) filter (where kind = 'uphold-decision'))::int as upheld,
      (count(*) filter (where kind = 'overturn-decision'))::int as overturned,
      coalesce(sum(settled), 0)::int as "takenBack",
      extract(epoch from percentile_cont(0.5) within group (order by waited)
        filter (where kind in ('hide-comment', 'approve-comment') and standing = 'held'))::float as "waitHeld",
      extract(epoch from percentile_cont(0.5) within group (order by waited)
        filter (where kind in ('hide-comment', 'dismiss-reports') and standing = 'visible'))::float as "waitReported",
      extract(epoch from percentile_cont(0.5) within group (order by appealed))::float as "waitAppeal",
      (select coalesce(json_agg(by_reason order by removed desc, "ruleNo"), '[]') from by_reason) as reasons
    from line`)
  if (!report) throw new Error('an aggregate without groups always answers with one row')
  return report
}
