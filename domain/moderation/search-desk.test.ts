import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { comment, member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { deleteComment } from '../comment/delete-comment'
import { likenessOf } from '../member/likeness'
import { hideComment } from './decide-comment'
import { searchDesk } from './search-desk'
import { searchDeskQuestion } from './search-desk-question'

const sender = { visitorKey: null, addressHash: 'an-address' }
const look = (query: Record<string, unknown>) => searchDesk(searchDeskQuestion(query), 'Asia/Kathmandu')
const idsOf = async (query: Record<string, unknown>) => (await look(query))?.comments.map(({ id }) => id)

test('comments are found by their words, whatever their standing, the latest first', async () => {
  const article = await anArticle()
  const made = []
  for (const text of ['The zephyr blew.', 'No ZEPHYR here, only boots.', 'A breeze.', 'zephyr boots'])
    made.push(await aComment({ articleId: article.id, text }))
  const [first, second, , fourth] = made.map(({ id }) => id)
  const moderator = await aMember({ rank: 'moderator' })
  await hideComment(moderator, { commentId: second ?? '', seenAs: 'visible', reason: 'spam', note: '' })

  expect(await idsOf({ q: 'zephyr' })).toEqual([fourth, second, first])
  expect(await idsOf({ q: 'zephyr boots' })).toEqual([fourth, second])
  expect(await idsOf({ q: '"zephyr boots"' })).toEqual([fourth])
  expect(await idsOf({ q: 'zephyr -boots' })).toEqual([first])
  expect(await idsOf({ q: 'zephyr', standing: 'hidden' })).toEqual([second])
  expect(await idsOf({ q: 'zephyr', standing: 'held' })).toEqual([])
  expect(await look({ q: 'zephyr' })).toMatchObject({ next: undefined, isCut: false })
})

test('comments are found by who wrote them: a member’s name or handle, or a guest’s name', async () => {
  const author = await aMember({ name: 'Ottoline Quist' })
  await db
    .update(member)
    .set({ nameLikeness: likenessOf(author.name) })
    .where(eq(member.id, author.id))
  const own = await aComment({ memberId: author.id, text: 'Mine, of sandpipers.' })
  const other = await aComment({ memberId: author.id, text: 'Mine too.' })
  const guests = await aComment({ guestName: 'Ottoline Quist', text: 'Another one.' })
  await aComment({ text: 'Not hers, of sandpipers.' })

  expect(await idsOf({ author: 'ottoline quist' })).toEqual([guests.id, other.id, own.id])
  expect(await idsOf({ author: author.handle })).toEqual([other.id, own.id])
  expect(await idsOf({ author: 'Ottoline Quist', q: 'sandpipers' })).toEqual([own.id])
  expect(await idsOf({ author: 'Ottoline' })).toEqual([])
})

test('days are those of the paper’s zone, the last one whole', async () => {
  const one = await aComment({ text: 'On the longest night.' })
  // The first minute of the 22nd in Kathmandu.
  await db
    .update(comment)
    .set({ createdAt: new Date('2025-12-21T18:16:00Z') })
    .where(eq(comment.id, one.id))
  expect(await idsOf({ from: '2025-12-22', until: '2025-12-22' })).toEqual([one.id])
  expect(await idsOf({ from: '2025-12-21', until: '2025-12-21' })).toEqual([])
  expect(await idsOf({ from: '2025-12-23', until: '2025-12-24' })).toEqual([])
})

test('what its author took back is not found by its words', async () => {
  const author = await aMember()
  const one = await aComment({ memberId: author.id, text: 'Regrettable marzipan.' })
  expect(await idsOf({ q: 'marzipan' })).toEqual([one.id])
  await deleteComment(author, { commentId: one.id }, sender)
  expect(await idsOf({ q: 'marzipan' })).toEqual([])
})

test('a search goes on where its page ended, and one for nothing finds nothing', async () => {
  const article = await anArticle()
  const made: string[] = []
  for (let n = 0; n < 23; n++) made.push((await aComment({ articleId: article.id, text: `Quokka ${n}` })).id)
  const first = await look({ q: 'quokka' })
  expect(first?.comments.map(({ id }) => id)).toEqual(made.toReversed().slice(0, 20))
  const { micros = '', id = '' } = first?.next ?? {}
  expect(await idsOf({ q: 'quokka', after: `${micros}.${id}` })).toEqual(made.toReversed().slice(20))
  expect(await look({})).toBeUndefined()
  expect(await look({ q: ' ', standing: 'x', from: 'yesterday' })).toBeUndefined()
})

test.each(["'", '"', '\\', ':*', '& | !', '-', '<script>', '%', '(((', '\u0000'])(
  '%s in a search does no harm',
  async (q) => {
    await expect(look({ q: `a${q}b ${q}` })).resolves.toBeDefined()
  },
)
