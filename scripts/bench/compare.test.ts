import { expect, test } from 'vitest'
import { refuseBadAnswers } from './compare'

const page = { name: 'the site', url: 'http://127.0.0.1/', least: 10_000, most: 10_500 }
const load = { answers: 1000, perSecond: 1000, bytes: 10_200_000, bad: 0, medianMs: 1, p99Ms: 2 }

test('a run in which each answer was the page counts', () => {
  expect(() => refuseBadAnswers(page, load)).not.toThrow()
  // One that is slow may answer nothing at all, which is no error, only slow.
  expect(() => refuseBadAnswers(page, { ...load, answers: 0, bytes: 0 })).not.toThrow()
  // 50 connections were reading another one when the time was up.
  expect(() => refuseBadAnswers(page, { ...load, answers: 60, bytes: 1_100_000 })).not.toThrow()
})

test('a fast error is no result: by its status, or by its length', () => {
  expect(() => refuseBadAnswers(page, { ...load, bad: 1 })).toThrow('1 bad answers')
  expect(() => refuseBadAnswers(page, { ...load, bytes: 400_000 })).toThrow('cannot be 400000 bytes')
  expect(() => refuseBadAnswers(page, { ...load, bytes: 20_400_000 })).toThrow('cannot be')
})
