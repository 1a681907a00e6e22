import { expect, test } from 'vitest'
import { commentsPath, discussionPath, placePath } from './addresses'

const place = { id: 'c', slug: 'ferry', rootNo: 1, depth: 0, before: 0, drawn: 60 }

test('the first page of a conversation is the article itself', () => {
  expect(commentsPath('ferry', 1)).toBe('/articles/ferry')
  expect(commentsPath('ferry', 2)).toBe('/articles/ferry/comments/2')
  expect(commentsPath('ferry', 1, 'best')).toBe('/articles/ferry/comments/best/1')
})

test('a comment is found on the page of its root’s number', () => {
  expect(placePath({ ...place, rootNo: 30 })).toBe('/articles/ferry#comment-c')
  expect(placePath({ ...place, rootNo: 31 })).toBe('/articles/ferry/comments/2#comment-c')
  expect(placePath({ ...place, rootNo: 61, depth: 6, before: 60 })).toBe('/articles/ferry/comments/3#comment-c')
})

test('a comment that its page leaves out is found on the page of its thread', () => {
  expect(placePath({ ...place, depth: 7 })).toBe('/articles/ferry/comments/thread/c#comment-c')
  expect(placePath({ ...place, depth: 1, before: 61 })).toBe('/articles/ferry/comments/thread/c#comment-c')
  expect(placePath({ ...place, depth: 1, before: 6, drawn: 5 })).toBe('/articles/ferry/comments/thread/c#comment-c')
})

test('the discussion’s address carries what it must show, and lands on it', () => {
  expect(discussionPath('ferry')).toBe('/articles/ferry/discussion')
  expect(discussionPath('ferry', { at: 'c' })).toBe('/articles/ferry/discussion?at=c#comment-c')
  expect(discussionPath('ferry', { draft: 'a b' })).toBe('/articles/ferry/discussion?draft=a+b#comment-form')
})
