import { expect, test } from 'vitest'
import { newId } from '@/lib/new-id'
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token'

test('a token names whose letters of which kind, and is read again', () => {
  const subject = { memberId: newId(), kind: 'reply' as const }
  expect(readUnsubscribeToken(unsubscribeToken(subject))).toEqual(subject)
})

test('no other token is taken: forged, of another person, cut, lengthened or empty', () => {
  const [one, two] = [newId(), newId()].map((memberId) => unsubscribeToken({ memberId, kind: 'reply' }))
  const [id, kind, signature] = (one ?? '').split('.')
  const [other] = (two ?? '').split('.')
  const wrong = [
    '',
    '...',
    `${other}.${kind}.${signature}`,
    `${id}.decision.${signature}`,
    `${id}.${kind}.`,
    `${id}.${kind}`,
    `${id}.${kind}.${signature}.`,
    `${id}.${kind}.${signature?.slice(0, -1)}`,
    `${id}.${kind}.${'A'.repeat(43)}`,
    `${id}.${kind}. ${signature}`,
    `${id?.toUpperCase()}.${kind}.${signature}`,
  ]
  for (const token of wrong) expect([token, readUnsubscribeToken(token)]).toEqual([token, undefined])
})
