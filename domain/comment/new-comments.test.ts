import { beforeAll, describe, expect, test } from 'vitest'
import type { NewComment } from '@/db/queries/visits'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { markNew, readNewComments } from './new-comments'
import { aPublicComment } from './testing/a-public-comment'
import { threadsOf } from './thread'

const minutes = (n: number) => new Date(Date.now() + n * 60_000)

describe('what is new to a member', () => {
  let articleId = ''
  let reader: Awaited<ReturnType<typeof aMember>>
  const newTo = async (at: Date) =>
    (await readNewComments(reader.id, articleId, at))?.comments.map(({ id }) => id) ?? null

  beforeAll(async () => {
    articleId = (await anArticle()).id
    reader = await aMember()
    await aComment({ articleId })
  })

  test('is nothing at the first visit', async () => {
    expect(await newTo(minutes(0))).toBeNull()
  })

  test('is what others said since the last visit and not before, thread by thread, for as long as this one lasts', async () => {
    const root = await aComment({ articleId })
    const another = await aComment({ articleId })
    const reply = await aComment({ articleId, parent: root })
    await aComment({ articleId, memberId: reader.id })
    await aComment({ articleId, standing: 'held' })
    const fresh = [root.id, reply.id, another.id]
    expect(await newTo(minutes(31))).toEqual(fresh)
    expect(await newTo(minutes(60))).toEqual(fresh)
    expect(await newTo(minutes(89))).toEqual(fresh)
  })

  test('is nothing any more at the visit after that', async () => {
    expect(await newTo(minutes(120))).toEqual([])
  })

  test('is under each article by itself, and nobody’s who has no account', async () => {
    const other = await anArticle()
    expect(await readNewComments(reader.id, other.id, minutes(120))).toBeUndefined()
    expect(await readNewComments(null, articleId)).toBeUndefined()
  })
})

describe('the way to the next new comment', () => {
  const fresh = (id: string, rootNo: number, at = 0): NewComment => ({ id, rootNo, createdAt: new Date(at) })
  const found = (...comments: NewComment[]) => ({ since: new Date(0), comments })
  const page = threadsOf([aPublicComment('a'), aPublicComment('b', 'a'), aPublicComment('c'), aPublicComment('d', 'a')])

  test('goes down the page as it is drawn, and then on to the first that it does not draw', () => {
    const marks = markNew(found(fresh('b', 1), fresh('d', 1), fresh('c', 2), fresh('z', 31)), page, { rootNo: 1 })
    expect(marks.first).toBe('b')
    expect([...marks.next]).toEqual([
      ['b', 'd'],
      ['d', 'c'],
      ['c', undefined],
    ])
    expect([marks.beyond, marks.count]).toEqual(['z', 4])
  })

  test('leads to a reply that is too deep for the page', () => {
    expect(markNew(found(fresh('deep', 1), fresh('z', 31)), page, { rootNo: 1 }).beyond).toBe('deep')
  })

  test('never leads back to where one was', () => {
    const comments = found(fresh('p', 1), fresh('deep', 4, 1), fresh('deeper', 4, 2), fresh('z', 31))
    expect(markNew(comments, page, { id: 'deep', rootNo: 4, createdAt: new Date(1) }).beyond).toBe('deeper')
    expect(markNew(comments, page, { id: 'deeper', rootNo: 4, createdAt: new Date(2) }).beyond).toBe('z')
    expect(markNew(comments, page, { id: 'z', rootNo: 31, createdAt: new Date(0) }).beyond).toBeUndefined()
    expect(markNew(comments, page, { rootNo: 32 }).beyond).toBeUndefined()
  })
})
