import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlaywrightReport, readVitestReport, resultsOfStep } from './test-reports'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-reports-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function report(content: unknown) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a test file that could not be loaded or prepared counts as a failure', () => {
  const file = report({
    numPassedTests: 5,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'failed', failureMessages: ['\u001b[31mexpected 3\u001b[39m'] },
          { fullName: 'takes away', status: 'passed', failureMessages: [] },
        ],
      },
      {
        name: 'unprepared.test.ts',
        status: 'failed',
        message: 'no database',
        assertionResults: [{ fullName: 'asks', status: 'skipped', failureMessages: [] }],
      },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ fullName: 'halves', status: 'passed' }] },
    ],
  })
  expect(readVitestReport(file)).toEqual({
    passed: 5,
    failures: [
      { test: 'a.test.ts', why: 'no such module' },
      { test: 'b.test.ts › adds', why: 'expected 3' },
      { test: 'unprepared.test.ts', why: 'no database' },
    ],
  })
})

test('a browser test that passed only at the second try counts as a failure, and so does a file that did not load', () => {
  const walk = (title: string, status: string, ...messages: string[]) => ({
    title,
    file: 'read.spec.ts',
    tests: [{ projectName: 'scripts-on', status, results: [{ errors: messages.map((message) => ({ message })) }] }],
  })
  const file = report({
    errors: [{ message: 'another file could not be loaded' }],
    stats: { expected: 7 },
    suites: [
      {
        specs: [walk('reads', 'expected'), walk('skips', 'skipped')],
        suites: [{ specs: [walk('writes', 'unexpected', 'one', 'two'), walk('prints', 'flaky', 'late')] }],
      },
    ],
  })
  expect(readPlaywrightReport(file)).toEqual({
    passed: 7,
    failures: [
      { test: 'Browser tests', why: 'another file could not be loaded' },
      { test: '[scripts-on] read.spec.ts › writes', why: 'one\ntwo' },
      { test: '[scripts-on] read.spec.ts › prints', why: 'late' },
    ],
  })
})

test('a report that was never written counts nothing, and its step one failure', () => {
  const none = readVitestReport(join(folder, 'absent.json'))
  expect(none).toEqual({ passed: 0, failures: [] })
  expect(resultsOfStep('Unit tests', true, none).failures).toHaveLength(1)
})

test('a step that failed for another reason than its tests is one failure, and never hides them', () => {
  const failures = [
    { test: 'a', why: '1' },
    { test: 'b', why: '2' },
  ]
  expect(resultsOfStep('Checks', false).failures).toEqual([{ test: 'Checks', why: 'See above.' }])
  expect(resultsOfStep('Unit tests', false, { passed: 3, failures: [] }).failures).toHaveLength(1)
  expect(resultsOfStep('Unit tests', false, { passed: 3, failures })).toEqual({ passed: 3, failures })
  expect(resultsOfStep('Unit tests', true, { passed: 3, failures: [] })).toEqual({ passed: 3, failures: [] })
  expect(resultsOfStep('Checks', true)).toEqual({ passed: 0, failures: [] })
})
