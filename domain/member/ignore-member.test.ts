import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { findPublicComment } from '@/db/queries/comments'
import { countIgnored, listIgnored, listIgnoredAmong } from '@/db/queries/ignored-members'
import { articleAuthor, author, ignoredMember, member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { countsOf } from '@/db/testing/comment-counts'
import { newId } from '@/lib/new-id'
import { type Actor, ranks, stranger } from '../actor'
import { tieAuthor } from '../article/tie-author'
import { readDiscussion } from '../comment/read-discussion'
import { readOwnPart } from '../comment/read-own-part'
import { mailNotifications } from '../notification/mail-notifications'
import { readReplies } from '../notification/read-replies'
import { aReader, aTrustedMember, notificationsOf, reply } from '../notification/testing/a-reply'
import { changeRank } from './change-rank'
import { ignoreMember, mostIgnored, stopIgnoring, stopIgnoringWriterOf } from './ignore-member'

const visitor = { key: null, addressHash: 'an-address' }

test('what an ignored person writes is folded away for the one who ignores, on every device, and for nobody else', async () => {
  const [reader, other, pest] = [await aMember(), await aMember(), await aMember()]
  const article = { ...(await anArticle()), commentsOpen: true, secondsBetween: 0 }
  const [theirs, fine] = [
    await aComment({ articleId: article.id, memberId: pest.id }),
    await aComment({ articleId: article.id, memberId: other.id }),
  ]
  const before = await countsOf(article.id)
  expect(await ignoreMember(reader, { commentId: theirs.id })).toMatchObject({ ok: true })

  const own = (actor: Actor) => readOwnPart(article, { memberId: actor.id, guestKey: null })
  const page = (actor: Actor) => readDiscussion({ ...article, secondsBetween: 0 }, actor, visitor, {}, false)
  expect((await own(reader)).ignored).toEqual([theirs.id])
  expect([...(await page(reader)).ignored]).toEqual([theirs.id])
  for (const somebody of [other, pest, stranger]) {
    expect((await own(somebody)).ignored).toEqual([])
    expect((await page(somebody)).ignored.size).toBe(0)
  }
  expect(await countsOf(article.id)).toEqual(before)
  expect((await page(reader)).comments.map(({ id }) => id)).toEqual([theirs.id, fine.id])
  expect(await listIgnored(reader.id, 10)).toMatchObject([{ id: pest.id, name: pest.name }])

  await stopIgnoring(reader, { memberId: pest.id })
  expect((await own(reader)).ignored).toEqual([])
})

test('ignoring twice is ignoring once, and it is taken back at the comment too', async () => {
  const [reader, theirs] = [await aMember(), await aComment()]
  for (let time = 0; time < 2; time++) await ignoreMember(reader, { commentId: theirs.id })
  expect(await countIgnored(reader.id)).toBe(1)
  expect(await stopIgnoringWriterOf(reader, { commentId: theirs.id })).toMatchObject({ ok: true })
  expect(await countIgnored(reader.id)).toBe(0)
})

test('nobody ignores themselves, a guest, staff, or who is not read', async () => {
  const reader = await aMember()
  const refusalOf = async (commentId: string) => {
    const outcome = await ignoreMember(reader, { commentId })
    return outcome.ok ? 'none' : outcome.refusal
  }
  expect(await refusalOf((await aComment({ memberId: reader.id })).id)).toBe('own-comment')
  expect(await refusalOf((await aComment({ guestName: 'Gus Guest' })).id)).toBe('guest')
  expect(await refusalOf((await aComment({ standing: 'held' })).id)).toBe('no-such-comment')
  expect(await refusalOf(newId())).toBe('no-such-comment')
  for (const rank of ['moderator', 'editor', 'admin'] as const)
    expect(await refusalOf((await aComment({ memberId: (await aMember({ rank })).id })).id)).toBe('staff')
  expect(await countIgnored(reader.id)).toBe(0)
})

test('who speaks for the paper later is heard again: staff everywhere, an author under the own article', async () => {
  const [reader, article] = [await aMember(), await anArticle()]
  const writer = await aMember()
  const [own, elsewhere] = [
    await aComment({ articleId: article.id, memberId: writer.id }),
    await aComment({ memberId: writer.id }),
  ]
  await ignoreMember(reader, { commentId: own.id })
  const authorId = newId()
  await db.insert(author).values({ id: authorId, slug: `author-${authorId.slice(-10)}`, name: 'Ida Inkwell' })
  await db.insert(articleAuthor).values({ articleId: article.id, authorId })
  const admin = await aMember({ rank: 'admin' })
  await tieAuthor(admin, { authorId, handle: writer.handle })
  const folded = async () => [...(await listIgnoredAmong([own.id, elsewhere.id], reader.id))]
  expect(await folded()).toEqual([elsewhere.id])
  await changeRank('command-line', { memberId: writer.id, rank: 'moderator' })
  expect(await folded()).toEqual([])
})

test('an ignored person’s reply is told neither on the account page nor by letter', async () => {
  const [reader, pest, friend] = [await aReader(), await aTrustedMember(), await aTrustedMember()]
  const comment = await aComment({ memberId: reader.id })
  const early = await reply(pest, comment)
  const [due] = await notificationsOf(reader.id)
  await ignoreMember(reader, { commentId: early.id })
  expect((await readReplies(reader.id, undefined)).replies).toEqual([])
  expect((await readReplies(reader.id, undefined)).unread).toBe(0)
  // Its letter was due: nothing is left to tell in it.
  await mailNotifications({ notificationId: due?.id ?? '' })
  expect((await notificationsOf(reader.id))[0]?.settledAt).not.toBeNull()

  await reply(pest, comment)
  expect(await notificationsOf(reader.id)).toHaveLength(1)
  await reply(friend, comment)
  expect(await notificationsOf(reader.id)).toHaveLength(2)
  expect((await readReplies(reader.id, undefined)).unread).toBe(1)
  expect(await findPublicComment(early.id)).toMatchObject({ standing: 'visible' })
})

test(`nobody ignores more than ${mostIgnored} people`, async () => {
  const [reader, theirs] = [await aMember(), await aComment()]
  const people = Array.from({ length: mostIgnored }, () => newId())
  await db.insert(member).values(people.map((id) => ({ id, handle: `many-${id.slice(-12)}`, name: 'Many' })))
  await db.insert(ignoredMember).values(people.map((ignoredId) => ({ memberId: reader.id, ignoredId })))
  expect(await ignoreMember(reader, { commentId: theirs.id })).toEqual({ ok: false, refusal: 'too-many' })
  await stopIgnoring(reader, { memberId: people[0] ?? '' })
  expect(await ignoreMember(reader, { commentId: theirs.id })).toMatchObject({ ok: true })
})

describe.each([...ranks, 'stranger', 'banned'])('a %s', (who) => {
  const isAllowed = who !== 'stranger' && who !== 'banned'
  test(isAllowed ? 'ignores somebody, and stops' : 'ignores nobody', async () => {
    const theirs = await aComment()
    const actor = await actorOf(who)
    const outcomes = [
      await ignoreMember(actor, { commentId: theirs.id }),
      await stopIgnoring(actor, { memberId: theirs.memberId ?? '' }),
      await stopIgnoringWriterOf(actor, { commentId: theirs.id }),
    ]
    const refusal = { ok: false, refusal: 'not-allowed' }
    for (const outcome of outcomes) expect(outcome).toEqual(isAllowed ? expect.objectContaining({ ok: true }) : refusal)
  })
})

async function actorOf(who: string): Promise<Actor> {
  if (who === 'stranger') return stranger
  if (who === 'banned') return { ...(await aMember()), sanction: 'ban' }
  return aMember({ rank: ranks.find((rank) => rank === who) ?? 'member' })
}
