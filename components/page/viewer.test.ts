import { expect, test } from 'vitest'
import { type Actor, ranks, stranger } from '@/domain/actor'
import { viewerOf } from './viewer'

const person = { id: 'a', handle: 'a', name: 'A', sanction: null }
const mayHide = (actor: Actor) => viewerOf(actor, null).mayHide

test('a page offers hiding to moderators and admins, and to nobody else', () => {
  expect(ranks.filter((rank) => mayHide({ ...person, rank }))).toEqual(['moderator', 'admin'])
  expect(mayHide(stranger)).toBe(false)
  expect(mayHide({ ...person, rank: 'moderator', sanction: 'mute' })).toBe(false)
  expect(mayHide({ ...person, rank: 'admin', sanction: 'ban' })).toBe(false)
})
