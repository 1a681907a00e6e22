import { expect, test } from 'vitest'
import { addToEnvironment } from '@/lib/env'
import { aPublicComment as comment } from './testing/a-public-comment'
import { countUndrawn, type Thread, threadsOf } from './thread'

const shape = (threads: Thread[]): unknown[] =>
  threads.map(({ comment, replies, undrawn }) => [comment.id, shape(replies), undrawn])

test('replies stand below what they answer, in the order in which they came', () => {
  const threads = threadsOf([comment('a'), comment('b', 'a'), comment('c'), comment('d', 'a'), comment('e', 'b')])
  expect(shape(threads)).toEqual([
    [
      'a',
      [
        ['b', [['e', [], 0]], 0],
        ['d', [], 0],
      ],
      0,
    ],
    ['c', [], 0],
  ])
})

test('what lies below the deepest level is counted at the comment where it is cut', () => {
  const chain = [
    comment('a'),
    comment('b', 'a'),
    comment('c', 'b'),
    comment('d', 'c'),
    comment('e', 'd'),
    comment('f', 'c'),
  ]
  expect(shape(threadsOf(chain, 2))).toEqual([['a', [['b', [['c', [], 3]], 0]], 0]])
})

test('the paper sets how many levels are drawn', () => {
  const chain = Array.from({ length: 20 }, (_, n) => comment(`c${n}`, n === 0 ? null : `c${n - 1}`))
  const levels = (threads: Thread[]): number => (threads[0] ? 1 + levels(threads[0].replies) : 0)
  expect(levels(threadsOf(chain))).toBe(1 + 6)
  addToEnvironment({ COMMENT_INDENT: '12' })
  expect(levels(threadsOf(chain))).toBe(1 + 12)
  addToEnvironment({ COMMENT_INDENT: '' })
})

test('a comment whose parent is not in the list begins a thread of its own', () => {
  expect(shape(threadsOf([comment('b', 'elsewhere'), comment('c', 'b')]))).toEqual([['b', [['c', [], 0]], 0]])
})

test('replies that the query left out for their number are told of', () => {
  const root = comment('r', null, { replies: 5 })
  const list = [root, comment('x', 'r'), comment('y', 'r', { standing: 'hidden' })]
  expect(countUndrawn(threadsOf(list), list)[0]?.undrawn).toBe(4)
})

test('a chain of 10,000 replies is cut without exhausting the stack', () => {
  const chain = Array.from({ length: 10_000 }, (_, n) => comment(`c${n}`, n === 0 ? null : `c${n - 1}`))
  const [thread] = threadsOf(chain)
  let deepest = thread
  while (deepest?.replies[0]) deepest = deepest.replies[0]
  expect(deepest?.undrawn).toBe(10_000 - 7)
})
