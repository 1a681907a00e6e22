import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

export type Failure = { test: string; why: string }

export type Results = { passed: number; failures: Failure[] }

const vitestReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

const playwrightTest = z.object({
  projectName: z.string(),
  status: z.string(),
  results: z.array(z.object({ errors: z.array(z.object({ message: z.string().default('') })).default([]) })),
})

const playwrightSpec = z.object({ title: z.string(), file: z.string(), tests: z.array(playwrightTest) })

type PlaywrightSuite = { specs?: z.infer<typeof playwrightSpec>[]; suites?: PlaywrightSuite[] }

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({ specs: z.array(playwrightSpec).optional(), suites: z.array(playwrightSuite).optional() }),
)

const playwrightReport = z.object({
  stats: z.object({ expected: z.number() }),
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().default('') })).default([]),
})

/** Nothing where the report was never written. */
const nothing: Results = { passed: 0, failures: [] }

/** A file that could not be loaded, or prepared, has no test that failed and counts as a failed one. */
export function readVitestReport(file: string): Results {
  if (!existsSync(file)) return nothing
  const { numPassedTests, testResults } = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [failure(name, [message])]
    return failed.map((test) => failure(`${name} › ${test.fullName}`, test.failureMessages ?? []))
  })
  return { passed: numPassedTests, failures }
}

/** A test that passed at the second try has not passed. */
export function readPlaywrightReport(file: string): Results {
  if (!existsSync(file)) return nothing
  const { stats, suites, errors } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  const unloaded = errors.map(({ message }) => failure('Browser tests', [message]))
  return { passed: stats.expected, failures: [...unloaded, ...suites.flatMap(failuresOfSuite)] }
}

function failuresOfSuite({ specs = [], suites = [] }: PlaywrightSuite): Failure[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message))
        return failure(`[${projectName}] ${file} › ${title}`, messages)
      }),
  )
  return [...own, ...suites.flatMap(failuresOfSuite)]
}

function failure(test: string, messages: readonly string[]): Failure {
  return { test, why: stripVTControlCharacters(messages.join('\n')) }
}

/** A step that failed without a failing test is a failure too, and so is one that found nothing to test. */
export function resultsOfStep(what: string, ok: boolean, tests?: Results): Results {
  const { passed, failures } = tests ?? nothing
  if (failures.length) return { passed, failures }
  if (tests && passed === 0) return { passed, failures: [{ test: what, why: 'No test was run.' }] }
  return ok ? { passed, failures } : { passed, failures: [{ test: what, why: 'See above.' }] }
}
