import { expect, test } from 'vitest'
import { conversationOf } from './conversation'
import { readSettings, usualSettings } from './settings'

const publishedAt = new Date('2026-05-01T12:00:00Z')
const after = (days: number, seconds = 0) => new Date(publishedAt.getTime() + days * 86_400_000 + seconds * 1000)

const plain = {
  commentsOpen: true,
  commentsPremoderated: false,
  commentsCloseAfter: null,
  commentSeconds: 0,
  heatedUntil: null,
  publishedAt,
}

test('an article takes comments until somebody closes it', () => {
  expect(conversationOf(plain, usualSettings, after(9000))).toMatchObject({ commentsOpen: true, closesAt: null })
  expect(conversationOf({ ...plain, commentsOpen: false }, usualSettings, after(1))).toMatchObject({
    commentsOpen: false,
    closedBecause: 'closed',
  })
})

test('it closes by itself, to the second, after as many days as the paper says', () => {
  const settings = { ...usualSettings, closeAfterDays: 7 }
  expect(conversationOf(plain, settings, after(7, -1))).toMatchObject({
    commentsOpen: true,
    closesAt: after(7),
    conversationChangesAt: after(7),
  })
  expect(conversationOf(plain, settings, after(7))).toMatchObject({
    commentsOpen: false,
    closedBecause: 'over',
    closesAt: null,
    conversationChangesAt: null,
  })
})

test('what is set for the article goes before what is set for the paper', () => {
  const settings = { ...usualSettings, closeAfterDays: 7 }
  const closedOf = (commentsCloseAfter: number | null, now: Date) =>
    conversationOf({ ...plain, commentsCloseAfter }, settings, now).closedBecause
  expect([closedOf(14, after(8)), closedOf(0, after(900)), closedOf(1, after(2))]).toEqual([null, null, 'over'])
})

test('where all conversations are closed, that is the reason', () => {
  const settings = { ...usualSettings, isReadOnly: true }
  expect(conversationOf(plain, settings, after(1)).closedBecause).toBe('read-only')
  expect(conversationOf({ ...plain, commentsOpen: false }, settings, after(1)).closedBecause).toBe('read-only')
})

test('reports slow it down until their hour is over, and never below what a moderator set', () => {
  const heated = { ...plain, heatedUntil: after(1) }
  const seconds = (article: typeof heated, now: Date) => conversationOf(article, usualSettings, now).secondsBetween
  expect([seconds(heated, after(1, -1)), seconds(heated, after(1))]).toEqual([usualSettings.heatedSeconds, 0])
  expect(seconds({ ...heated, commentSeconds: 900 }, after(1, -1))).toBe(900)
  expect(conversationOf(heated, { ...usualSettings, closeAfterDays: 7 }, after(0)).conversationChangesAt).toEqual(
    after(1),
  )
})

test('settings that make no sense are the usual ones, one by one', () => {
  expect(readSettings(undefined)).toEqual(usualSettings)
  expect(readSettings({ heldFirst: -1, mostLinks: '3', isReadOnly: 'perhaps', more: 1 })).toEqual({
    ...usualSettings,
    mostLinks: 3,
  })
})
