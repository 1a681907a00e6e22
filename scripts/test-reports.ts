import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Count = { passed: number; failed: number }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** A file that could not be loaded has no tests and counts as a failed one. */
export function readVitestReport(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/** A test that passed at the second try has not passed. */
export function readPlaywrightReport(file: string): Count {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

/** A step that failed without a failing test is a failure too, and so is one that found nothing to test. */
export function countStep(ok: boolean, tests: Count | undefined): Count {
  const { passed, failed } = tests ?? { passed: 0, failed: 0 }
  const foundNothing = tests !== undefined && passed + failed === 0
  return { passed, failed: failed || (ok && !foundNothing ? 0 : 1) }
}
