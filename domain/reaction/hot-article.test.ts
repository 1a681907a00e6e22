import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findArticle } from '@/db/queries/articles'
import { listThread } from '@/db/queries/threads'
import { member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import type { MemberActor } from '../actor'
import { checkCounters } from '../comment/check-counters'
import { commentInput } from '../comment/comment-input'
import { postComment } from '../comment/post-comment'
import { hideComment } from '../moderation/decide-comment'
import { reactToArticle, reactToComment } from './react'

// What one article bears at once, over the pool's ten connections.

const sender = { visitorKey: null, addressHash: 'a-neighbourhood' }

/** Looks every two milliseconds how long those wait who wait for a lock, until it is told to stop. */
function watchLocks() {
  const eye = postgres(env().databaseUrl ?? '', { max: 1, onnotice: () => {} })
  const waits: number[] = []
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const [row] = await eye`
        select max(extract(epoch from clock_timestamp() - query_start) * 1000)::float8 as ms
        from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      waits.push(row?.ms ?? 0)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    await eye.end()
    waits.sort((one, other) => one - other)
    return { longest: waits.at(-1) ?? 0, p99: waits[Math.floor(waits.length * 0.99)] ?? 0, looks: waits.length }
  })()
  return {
    stop() {
      isOver = true
      return watching
    },
  }
}

async function manyMembers(many: number): Promise<MemberActor[]> {
  const rows = Array.from({ length: many }, () => ({ handle: `m-${newId().slice(-25)}`, name: 'One of many' }))
  const made = await db
    .insert(member)
    .values(rows)
    .returning({ id: member.id, handle: member.handle, name: member.name, rank: member.rank })
  return made.map((row) => ({ ...row, sanction: null }))
}

const told: Record<string, unknown> = {}
afterAll(() => {
  process.stdout.write(`waits for locks in milliseconds: ${JSON.stringify(told)}\n`)
})

test('a thousand people who like an article at once are a thousand likes', { timeout: 60_000 }, async () => {
  const [article, people] = [await anArticle(), await manyMembers(1000)]
  const eye = watchLocks()
  await Promise.all(people.map((person) => reactToArticle(person, { targetId: article.id, to: 1 }, sender)))
  told.article = await eye.stop()
  expect(await findArticle(article.slug)).toMatchObject({ likes: 1000, dislikes: 0 })
})

test('a thousand who change their mind about one comment leave exact counts', { timeout: 60_000 }, async () => {
  const [comment, people] = [await aComment(), await manyMembers(1000)]
  const eye = watchLocks()
  await Promise.all(
    people.flatMap((person, n) => [
      reactToComment(person, { targetId: comment.id, to: 1 }, sender),
      ...(n % 2 ? [reactToComment(person, { targetId: comment.id, to: -1 }, sender)] : []),
    ]),
  )
  told.comment = await eye.stop()
  const [found] = await listThread(comment.articleId, 1)
  expect((found?.likes ?? 0) + (found?.dislikes ?? 0)).toBe(1000)
  expect(found?.likes).toBeGreaterThanOrEqual(500)
  expect(await driftOf()).toEqual([])
})

test('five hundred posts and hides under one article leave exact numbers', { timeout: 90_000 }, async () => {
  const [article, moderator] = [await anArticle(), await aMember({ rank: 'moderator' })]
  const staff = await Promise.all(Array.from({ length: 10 }, () => aMember({ rank: 'moderator' })))
  const old = []
  for (let nth = 0; nth < 250; nth++) old.push(await aComment({ articleId: article.id, memberId: moderator.id }))
  const writers = staff.flatMap((writer) => Array.from({ length: 25 }, (_, nth) => ({ writer, nth })))

  const eye = watchLocks()
  const outcomes = await Promise.all([
    ...writers.map(({ writer, nth }) =>
      postComment(writer, commentInput.parse({ articleId: article.id, text: `Number ${nth}` }), sender),
    ),
    ...old.map((comment, nth) =>
      hideComment(staff[nth % 10] ?? moderator, {
        commentId: comment.id,
        seenAs: 'visible',
        reason: 'off-topic',
        note: '',
      }),
    ),
  ])
  told.posts = await eye.stop()

  expect(outcomes.filter(({ ok }) => !ok)).toEqual([])
  expect(await findArticle(article.slug)).toMatchObject({ comments: 250, roots: 500 })
  expect(await driftOf()).toEqual([])
})

async function driftOf() {
  const drifts: unknown[] = []
  await checkCounters({ onDrift: (drift) => drifts.push(drift) })
  return drifts
}
