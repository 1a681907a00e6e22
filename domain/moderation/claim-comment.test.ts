import { expect, test } from 'vitest'
import { aComment, aMember } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { type Actor, stranger } from '../actor'
import { claimComment } from './claim-comment'
import { queueQuestion } from './queue-question'
import { readQueue } from './read-queue'

const aModerator = () => aMember({ rank: 'moderator' })
const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

test('moderators and admins claim a comment by opening it; nobody else does', async () => {
  const claim = async (actor: Actor) => claimComment(actor, (await aComment()).id)
  expect(await claim(await aModerator())).toMatchObject({ ok: true })
  expect(await claim(await aMember({ rank: 'admin' }))).toMatchObject({ ok: true })
  const no = { ok: false, refusal: 'not-allowed' }
  expect(await claim(stranger)).toEqual(no)
  expect(await claim(await aMember())).toEqual(no)
  expect(await claim(await aMember({ rank: 'editor' }))).toEqual(no)
  expect(await claim({ ...(await aModerator()), sanction: 'mute' })).toEqual(no)
  expect(await claimComment(await aModerator(), newId())).toEqual({ ok: false, refusal: 'no-such-comment' })
})

test('of two who open a comment at the same time one has it, and the other is told who', async () => {
  const [one, other] = [await aModerator(), await aModerator()]
  const { id } = await aComment({ standing: 'held' })
  const outcomes = await Promise.all([claimComment(one, id, now), claimComment(other, id, now)])
  const [winner, loser] = outcomes[0].ok ? [one, outcomes[1]] : [other, outcomes[0]]
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(loser).toMatchObject({ refusal: 'claimed', by: { memberId: winner.id, name: winner.name } })
})

test('a claim ends by itself after five minutes, and is prolonged by another look', async () => {
  const [one, other] = [await aModerator(), await aModerator()]
  const { id } = await aComment({ standing: 'held' })
  await claimComment(one, id, now)
  expect(await claimComment(one, id, later(3))).toMatchObject({ ok: true })
  expect(await claimComment(other, id, later(7))).toMatchObject({ refusal: 'claimed' })
  expect(await claimComment(other, id, later(9))).toMatchObject({ ok: true })
})

test('the queue tells who has which comment open', async () => {
  const moderator = await aModerator()
  const made = await aComment({ standing: 'held' })
  await claimComment(moderator, made.id, now)
  const claimOf = async (at: Date) =>
    (await readQueue(queueQuestion({ tab: 'held' }), at)).entries.find(({ comment }) => comment.id === made.id)?.claim
  expect(await claimOf(now)).toMatchObject({ memberId: moderator.id, name: moderator.name })
  expect(await claimOf(later(6))).toBeUndefined()
})
