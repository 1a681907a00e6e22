import { expect, test } from 'vitest'
import { addToEnvironment } from '@/lib/env'
import { fairShare, isFolded } from './paging'

test('a page with room draws all replies, up to the most of one comment', () => {
  expect(fairShare([], 180)).toBe(60)
  expect(fairShare([0, 7, 60, 59], 180)).toBe(60)
  expect(fairShare([5000], 180)).toBe(60)
})

test('where there is too little room, what short threads leave goes to the long ones', () => {
  expect(fairShare([10, 10, 10], 30)).toBe(60)
  expect(fairShare([11, 10, 10], 30)).toBe(10)
  expect(fairShare([1, 100, 100], 31)).toBe(15)
  expect(
    fairShare(
      Array.from({ length: 30 }, () => 500),
      180,
    ),
  ).toBe(6)
})

test('a comment is folded that far more readers dislike than like, as the paper sets it', () => {
  expect([isFolded({ likes: 0, dislikes: 4 }), isFolded({ likes: 20, dislikes: 25 })]).toEqual([false, true])
  addToEnvironment({ COMMENT_FOLD_BELOW: '-10' })
  expect([isFolded({ likes: 0, dislikes: 10 }), isFolded({ likes: 0, dislikes: 11 })]).toEqual([false, true])
  addToEnvironment({ COMMENT_FOLD_BELOW: '' })
})
