import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeEmbeddedPostgres } from '@/db/embedded/remove'
import { addToEnvironment } from '@/lib/env'
import { buildSite, findBuild } from './build-site'
import { runChecks } from './checks'
import { provideChromium } from './chromium'
import { complain, line, step } from './console'
import { sentenceFor } from './faults'
import { root, runProgram } from './run-program'
import { provideSecrets } from './secrets'
import { type Failure, type Results, readPlaywrightReport, readVitestReport, resultsOfStep } from './test-reports'

const onlyBrowser = process.argv[2] === 'e2e'
const folder = mkdtempSync(join(tmpdir(), 'courant-test-'))
const vitestFile = join(folder, 'vitest.json')
const faultsFile = join(folder, 'faults.json')
const playwrightFile = join(folder, 'playwright.json')

const ofFaults = ['--config', join(root, 'faults/vitest.config.ts')]

const results: Results[] = []
if (!onlyBrowser) {
  await part('Checks', runChecks)
  await part(
    'Unit and database tests',
    () => runVitest([], vitestFile),
    () => readVitestReport(vitestFile),
  )
}
const built = await part('Production build', build)
if (built && !onlyBrowser) {
  await part(
    'Nodes that are cut off and killed',
    () => runVitest(ofFaults, faultsFile),
    () => readVitestReport(faultsFile),
  )
}
if (built) await part('Browser tests', runPlaywright, () => readPlaywrightReport(playwrightFile))
rmSync(folder, { recursive: true, force: true })

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failures = results.flatMap((result) => result.failures)
failures.forEach(tell)
process.exitCode = failures.length === 0 ? 0 : 1
line(`${passed} passed, ${failures.length} failed`)

/** Every part runs, whatever became of the others: one run tells all that is wrong. */
async function part(what: string, run: () => Promise<boolean>, read?: () => Results) {
  line(`\n${what}`)
  const ok = await run().catch((error) => {
    complain(sentenceFor(error) ?? String(error instanceof Error ? error.stack : error))
    return false
  })
  results.push(resultsOfStep(what, ok, read?.()))
  return ok
}

/** Again at the very end, where it is looked for: whoever gets only the end of a long log learns what is wrong. */
function tell({ test, why }: Failure) {
  complain(`\n✗ ${test.replace(root, '')}`)
  line(why.slice(0, 2_000))
}

async function runVitest(options: readonly string[], report: string) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  return (await runProgram(process.execPath, [cli, 'run', ...options, ...reporters], 'shown')).ok
}

/** With the secrets that the tested site gets too, since they are part of what a build is. */
async function build() {
  provideSecrets()
  if (findBuild()) line('This source is built already.')
  else await step('Building the site', buildSite)
  return true
}

async function runPlaywright() {
  await step('Finding a browser', provideChromium)
  const dataFolder = join(folder, 'data')
  addToEnvironment({ DATA_DIR: dataFolder, PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightFile })
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { ok } = await runProgram(process.execPath, [cli, 'test', '--reporter=list,json'], 'shown')
  await removeEmbeddedPostgres(join(dataFolder, 'postgres'))
  return ok
}
