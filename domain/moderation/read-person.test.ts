import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listCommentIdsOf } from '@/db/queries/desk-person'
import { updateName } from '@/db/queries/members'
import { insertEarlierName } from '@/db/queries/names'
import { comment, decision } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { planOf } from '@/db/testing/plans'
import { newId } from '@/lib/new-id'
import { reportComment } from '../comment/report-comment'
import { imposeSanction } from '../sanction/impose-sanction'
import { sanctionInput } from '../sanction/sanction-input'
import { hideComment } from './decide-comment'
import { personQuestion, readPerson } from './read-person'

const sender = { visitorKey: null, addressHash: 'a' }
const list = (list: string, before?: string) => personQuestion({ list, before })

test('a person’s page tells names before, comments with their standings, reports both ways, decisions and sanctions', async () => {
  const [person, moderator, other] = [await aMember(), await aMember({ rank: 'moderator' }), await aComment()]
  await insertEarlierName(person.id, new Date(), db)
  await updateName(person.id, 'Ida Quayle', 'ida quayle')
  const [hidden, waiting] = [
    await aComment({ memberId: person.id }),
    await aComment({ memberId: person.id, standing: 'held' }),
  ]
  await reportComment(await aMember(), { commentId: hidden.id, reason: 'hate', note: 'See.' }, sender)
  await reportComment(person, { commentId: other.id, reason: 'spam', note: '' }, sender)
  await hideComment(moderator, { commentId: hidden.id, seenAs: 'visible', reason: 'hate', note: '' })
  await imposeSanction(moderator, sanctionInput.parse({ memberId: person.id, kind: 'mute', reason: 'hate' }))

  const found = await readPerson(person.handle, list('comments'))
  expect(found).toMatchObject({
    member: { name: 'Ida Quayle', rank: 'member' },
    record: { visible: 0, hidden: 1, held: 1 },
    earlier: [{ name: person.name }],
    sanctions: [{ kind: 'mute', reason: 'hatred against a group of people', imposedBy: moderator.name }],
    part: {
      rows: [
        { id: waiting.id, standing: 'held' },
        { id: hidden.id, standing: 'hidden' },
      ],
      older: undefined,
    },
  })
  expect((await readPerson(person.handle, list('decisions')))?.part.rows).toMatchObject([
    { kind: 'mute-member' },
    { kind: 'hide-comment', actorName: moderator.name },
  ])
  expect((await readPerson(person.handle, list('reports-against')))?.part.rows).toMatchObject([
    { commentId: hidden.id, outcome: 'upheld', note: 'See.' },
  ])
  expect((await readPerson(person.handle, list('reports-by')))?.part.rows).toMatchObject([{ commentId: other.id }])
})

test('the comment because of which somebody looks is named only where it is the person’s', async () => {
  const [person, foreign] = [await aMember(), await aComment()]
  const own = await aComment({ memberId: person.id })
  const looked = async (id: string) => (await readPerson(person.handle, personQuestion({ comment: id })))?.because
  expect(await looked(own.id)).toBe(own.id)
  expect(await looked(foreign.id)).toBeUndefined()
})

test('nobody is found by a handle that nobody has', async () => {
  expect(await readPerson('nobody-at-all', list('comments'))).toBeUndefined()
})

test('pages follow each other without a gap, and read no more of a long record than they show', async () => {
  const [person, article] = [await aMember(), await anArticle()]
  const at = new Date('2026-01-01T00:00:00.123Z')
  const ids = Array.from({ length: 3000 }, () => newId())
  const row = { articleId: article.id, memberId: person.id, text: 'Again.', standing: 'hidden' as const, createdAt: at }
  const comments = ids.map((id) => ({ ...row, id, rootId: id, postKey: id, hiddenBecause: 'spam' }))
  for (let from = 0; from < ids.length; from += 1000) await db.insert(comment).values(comments.slice(from, from + 1000))
  const line = { kind: 'hide-comment' as const, memberId: person.id, createdAt: at }
  await db.insert(decision).values(ids.slice(0, 120).map((id) => ({ ...line, id, commentId: id })))
  await db.execute('analyze comment')

  const seen = new Set<string>()
  let before: string | undefined
  do {
    const part = (await readPerson(person.handle, list('decisions', before)))?.part
    for (const { id } of part?.rows ?? []) seen.add(id)
    before = part?.older
  } while (before)
  expect(seen.size).toBe(120)

  const latest = [...ids].sort().reverse()
  const rows = await listCommentIdsOf(person.id, latest[999], 20)
  expect(rows.map(({ id }) => id)).toEqual(latest.slice(1000, 1020))
  expect((await planOf((on) => listCommentIdsOf(person.id, latest[999], 20, on))).wholeTables).toEqual([])
})
