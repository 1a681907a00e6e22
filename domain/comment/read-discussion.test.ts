import { expect, test } from 'vitest'
import { aComment, aMember } from '@/db/testing/a-paper'
import { stranger } from '../actor'
import { hideComment } from '../moderation/decide-comment'
import { deleteComment } from './delete-comment'
import { readDiscussion } from './read-discussion'

const sender = { visitorKey: null, addressHash: 'an-address' }

async function quoteOf(comment: { id: string; articleId: string }) {
  const article = { id: comment.articleId, commentsOpen: true, secondsBetween: 0 }
  const asked = { reply: comment.id, quote: 1 as const }
  return (await readDiscussion(article, stranger, { key: null, addressHash: 'a' }, asked, false)).quote
}

test('a comment that readers see can be quoted; one that waits, was hidden or deleted can not', async () => {
  const author = await aMember({ name: 'Ida Quayle' })
  const make = (standing: 'held' | 'visible') => aComment({ memberId: author.id, standing, text: 'About time.' })
  const [seen, held, hidden, deleted] = [
    await make('visible'),
    await make('held'),
    await make('visible'),
    await make('visible'),
  ]
  const verdict = { commentId: hidden.id, seenAs: 'visible', reason: 'spam', note: '' } as const
  await hideComment(await aMember({ rank: 'moderator' }), verdict)
  await deleteComment(author, { commentId: deleted.id }, sender)

  expect(await quoteOf(seen)).toMatch(/^> \[Ida Quayle\]\(.*\):\n>\n> About time\.\n\n$/)
  for (const gone of [held, hidden, deleted]) expect(await quoteOf(gone)).toBe('')
})
