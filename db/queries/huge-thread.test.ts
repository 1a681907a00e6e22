import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { rootsPerPage } from '@/domain/comment/paging'
import { type Db, db } from '../client'
import { generateArchive } from '../generate/generate-archive'
import { planOf } from '../testing/plans'
import { listOwnAmong, listOwnUnseenComments } from './comments'
import { countReportsUnder } from './conversation-changes'
import { findAuthorRecord, isTextKnown } from './screening'
import { findLastWritten } from './slow-mode'
import { findCommentPlace, listAncestors, listFlat, listSubtree, listThread } from './threads'
import { listNewComments, recordVisit } from './visits'

// What is asked of a conversation of thousands looks at about as many rows as it draws. More comments than here make
// nothing slower but what is counted off along an index, page by page.

const comments = 12_000
const page = 100

let articleId = ''
let memberId = ''
let deep = ''
let [firstRoot, lastOfFirst] = ['', '']

const row = z.object({ article: z.uuid(), member: z.uuid(), deep: z.uuid(), root: z.uuid(), last: z.uuid() })

beforeAll(async () => {
  await generateArchive({ articles: 50, comments: 500, thread: comments, seed: 3 }, () => {})
  const [found] = await db.execute(sql`
    with huge as (select article_id as id from article_count order by comments desc limit 1),
      of_first as (select comment.* from comment join huge on article_id = huge.id where root_no = 1)
    select huge.id as article,
      (select member_id from comment where article_id = huge.id group by 1 order by count(*) desc limit 1) as member,
      (select id from of_first order by depth desc limit 1) as deep,
      (select id from of_first where depth = 0) as root,
      (select id from of_first where standing = 'visible' order by created_at desc limit 1) as last
    from huge`)
  const known = row.parse(found)
  articleId = known.article
  memberId = known.member
  deep = known.deep
  ;[firstRoot, lastOfFirst] = [known.root, known.last]
}, 120_000)

const record = { besides: undefined, since: new Date(0) }

const asked: [what: string, ask: (on: Db) => Promise<unknown>, rows: number][] = [
  ['the first page', (on) => listThread(articleId, 1, 'oldest', on), 400],
  ['a page far on', (on) => listThread(articleId, page, 'oldest', on), 400],
  ['a page far on, newest first', (on) => listThread(articleId, page, 'newest', on), 400],
  ['a page far on, best first', (on) => listThread(articleId, page, 'best', on), 400 + page * rootsPerPage],
  ['a page far on, most replied first', (on) => listThread(articleId, page, 'replies', on), 400 + page * rootsPerPage],
  ['a page of the flat view', (on) => listFlat(articleId, 10, on), 900],
  ['the thread of a root with thousands below it', (on) => listSubtree(firstRoot, 120, on), 700],
  ['the thread of a deep comment', (on) => listSubtree(deep, 120, on), 20],
  ['those that a deep comment answers', (on) => listAncestors(deep, 3, on), 20],
  ['the place of a deep comment', (on) => findCommentPlace(deep, on), 250],
  ['the place of the last of thousands', (on) => findCommentPlace(lastOfFirst, on), 250],
  ['which of a page are one’s own', async (on) => listOwnAmong([deep, firstRoot], whose(), on), 10],
  ['the own ones that nobody sees', (on) => listOwnUnseenComments(articleId, whose(), on), 2000],
  [
    'whether a text is known',
    (on) => isTextKnown('nobody-wrote-this', { besides: undefined, since: new Date(0) }, on),
    10,
  ],
  ['an author’s record', (on) => findAuthorRecord(memberId, { ...record, most: 3 }, on), 20],
  ['when a person last wrote', (on) => findLastWritten(articleId, { memberId }, new Date(), on), 10],
  ['how much of it was reported lately', (on) => countReportsUnder(articleId, new Date(), on), 10],
  ['a visit', (on) => recordVisit(memberId, articleId, new Date(), on), 10],
  ['what is new since long ago', (on) => listNewComments(memberId, articleId, new Date(0), on), 1500],
]

const whose = () => ({ memberId, guestKey: 'x' })

describe('in a conversation of thousands', () => {
  test.each(asked)('%s is found without reading all of it', async (_, ask, most) => {
    const { statements, wholeTables, rows } = await planOf(ask)
    expect(statements).toBeGreaterThan(0)
    expect(wholeTables).toEqual([])
    expect(rows).toBeLessThan(most)
  })

  test('a chain of 400 replies can be walked from any of them, with those above it', async () => {
    const [{ depth } = { depth: 0 }] = await listSubtree(deep)
    expect(depth).toBeGreaterThanOrEqual(399)
    const above = await listAncestors((await findCommentPlace(deep))?.parentId ?? '')
    expect(above.map((one) => depth - one.depth)).toEqual([3, 2, 1])
  })
})
