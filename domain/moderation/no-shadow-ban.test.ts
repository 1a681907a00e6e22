import { expect, test } from 'vitest'
import { findPublicComment } from '@/db/queries/comments'
import { listFlat, listThread } from '@/db/queries/threads'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { type Actor, stranger } from '../actor'
import { readDiscussion } from '../comment/read-discussion'
import { readOwnPart } from '../comment/read-own-part'
import { readStatements } from '../statement/read-statement'
import { hideComment } from './decide-comment'

const guest = { key: 'a-guest’s-key', addressHash: 'a' }
const nobody = { key: null, addressHash: 'a' }

/** An article with a comment of one person in each standing that readers may not see whole. */
async function aConversation(by: { memberId?: string; guestName?: string; guestKey?: string }) {
  const article = await anArticle()
  const moderator = await aMember({ rank: 'moderator' })
  const comment = (text: string, standing: 'held' | 'visible') =>
    aComment({ articleId: article.id, text, standing, ...by })
  const visible = await comment('Seen by all.', 'visible')
  const held = await comment('Waits.', 'held')
  const [hidden, refused] = [await comment('Removed.', 'visible'), await comment('Not let through.', 'held')]
  for (const [{ id }, seenAs] of [[hidden, 'visible'], [refused, 'held']] as const) // biome-ignore format: pairs
    await hideComment(moderator, { commentId: id, seenAs, reason: 'hate', note: '' })
  return { article, visible, held, hidden, refused }
}

const shownTo = (articleId: string, actor: Actor, visitor: { key: string | null; addressHash: string }) =>
  readDiscussion({ id: articleId, commentsOpen: true, secondsBetween: 0 }, actor, visitor, {}, false)

test.each(['a member', 'a guest'] as const)(
  'nobody is banned in the dark: %s sees of their comments what everybody sees, and which of them wait, said so',
  async (who) => {
    const author = await aMember()
    const isMember = who === 'a member'
    const by = isMember ? { memberId: author.id } : { guestName: 'Ida Quayle', guestKey: guest.key }
    const { article, visible, held, hidden, refused } = await aConversation(by)
    const theirs = await (isMember ? shownTo(article.id, author, nobody) : shownTo(article.id, stranger, guest))
    const others = await Promise.all([
      shownTo(article.id, await aMember(), nobody),
      shownTo(article.id, stranger, nobody),
      shownTo(article.id, stranger, { ...nobody, key: 'another’s' }),
      shownTo(article.id, await aMember({ rank: 'moderator' }), nobody),
    ])

    // What is public is the same for all of them, on the discussion page and on the stored ones.
    expect(theirs.comments.map(({ id, standing, text }) => [id, standing, text])).toEqual([
      [visible.id, 'visible', 'Seen by all.'],
      [hidden.id, 'hidden', ''],
    ])
    for (const other of others) expect(other.comments).toEqual(theirs.comments)
    expect(await listThread(article.id, 1)).toEqual(theirs.comments)
    expect((await listFlat(article.id, 1)).map(({ id }) => id)).toEqual([visible.id])
    for (const { id } of [held, refused]) expect(await findPublicComment(id)).toBeUndefined()

    // And the author is told of each that it is not public, by name; nobody else is told that they are there.
    expect(theirs.unseen.map(({ id, standing, hiddenBecause }) => [id, standing, hiddenBecause?.code])).toEqual([
      [held.id, 'held', undefined],
      [refused.id, 'hidden', 'hate'],
    ])
    for (const other of others) expect(other.unseen).toEqual([])
  },
)

test('what /api/viewer says to the author differs from what it says to others by their own comments alone', async () => {
  const author = await aMember()
  const { article } = await aConversation({ memberId: author.id })
  const part = (memberId: string | null) =>
    readOwnPart({ id: article.id, commentsOpen: true }, { memberId, guestKey: null })
  expect(JSON.stringify(await part((await aMember()).id))).not.toMatch(/Waits|Removed|Not let/)
  expect(JSON.stringify(await part(null))).not.toMatch(/Waits|Removed|Not let/)
})

test('each restriction that lasts is stated to whoever it concerns', async () => {
  const author = await aMember()
  const { hidden, refused } = await aConversation({ memberId: author.id })
  const { statements } = await readStatements(author.id)
  expect(statements.map(({ kind, commentId }) => [kind, commentId])).toEqual([
    ['hide-comment', refused.id],
    ['hide-comment', hidden.id],
  ])
})
