import { expect, test } from 'vitest'
import { idleFrom } from './idle'
import type { Thread } from './thread'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const aThread = (day: number, replies: Thread[] = []) =>
  ({ comment: { createdAt: at(day) }, replies, undrawn: 0 }) as unknown as Thread

test('a conversation is idle three days after the article, or after the last comment below it', () => {
  expect(idleFrom(at(1), [])).toEqual(at(4))
  expect(idleFrom(at(10), [aThread(2)])).toEqual(at(13))
  expect(idleFrom(at(1), [aThread(2, [aThread(3, [aThread(9)])]), aThread(5)])).toEqual(at(12))
})
