import { expect, test } from 'vitest'
import { listDecisions } from '@/db/queries/decisions'
import { aComment, aMember } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { decideComment, decisionInput } from './decision-input'

const form = (fields: Record<string, string>) => ({ commentId: newId(), seenAs: 'held', note: '', ...fields })

test('hiding wants a reason; approving, keeping and restoring want none', () => {
  for (const verdict of ['approve', 'keep', 'restore'])
    expect(decisionInput.safeParse(form({ verdict, reason: '' })).success).toBe(true)
  expect(decisionInput.safeParse(form({ verdict: 'hide', reason: 'hate' })).success).toBe(true)
  for (const reason of ['', 'Because!']) {
    const refused = decisionInput.safeParse(form({ verdict: 'hide', reason }))
    expect(refused.error?.issues).toMatchObject([{ path: ['reason'], message: expect.stringContaining('reason') }])
  }
})

test('a form without a verdict, a comment or its standing is no decision', () => {
  expect(decisionInput.safeParse(form({})).success).toBe(false)
  expect(decisionInput.safeParse(form({ verdict: 'delete' })).success).toBe(false)
  expect(decisionInput.safeParse(form({ verdict: 'approve', commentId: '1' })).success).toBe(false)
  expect(decisionInput.safeParse(form({ verdict: 'approve', seenAs: 'gone' })).success).toBe(false)
})

test('each button carries out its act', async () => {
  const moderator = await aMember({ rank: 'moderator' })
  const { id: commentId } = await aComment({ standing: 'held' })
  const common = { commentId, note: '' }
  await decideComment(moderator, { ...common, verdict: 'approve', seenAs: 'held' })
  await decideComment(moderator, { ...common, verdict: 'hide', seenAs: 'visible', reason: 'spam' })
  await decideComment(moderator, { ...common, verdict: 'restore', seenAs: 'hidden' })
  const nothingToKeep = await decideComment(moderator, { ...common, verdict: 'keep' })
  expect(nothingToKeep).toMatchObject({ refusal: 'already-moved' })
  expect((await listDecisions({ commentId })).map(({ kind }) => kind)).toEqual([
    'approve-comment',
    'hide-comment',
    'restore-comment',
  ])
})
