import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countStep, readPlaywrightReport, readVitestReport } from './test-reports'

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

test('a test file that could not be loaded counts as a failure', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}, {}] },
    ],
  })
  expect(readVitestReport(file)).toEqual({ passed: 5, failed: 2 })
})

test('a browser test that passed only at the second try counts as a failure', () => {
  const file = report({
    errors: [{ message: 'another file could not be loaded' }],
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 },
  })
  expect(readPlaywrightReport(file)).toEqual({ passed: 7, failed: 2 })
})

test('a report that was never written counts nothing, and its step one failure', () => {
  const none = readVitestReport(join(folder, 'absent.json'))
  expect(none).toEqual({ passed: 0, failed: 0 })
  expect(countStep(true, none)).toEqual({ passed: 0, failed: 1 })
})

test('a step that failed for another reason than its tests is one failure, and never hides them', () => {
  expect(countStep(false, undefined)).toEqual({ passed: 0, failed: 1 })
  expect(countStep(false, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1 })
  expect(countStep(false, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 })
  expect(countStep(true, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 })
  expect(countStep(true, undefined)).toEqual({ passed: 0, failed: 0 })
})
