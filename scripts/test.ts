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
import { type Count, countStep, readPlaywrightReport, readVitestReport } from './test-reports'

const onlyBrowser = process.argv[2] === 'e2e'
const folder = mkdtempSync(join(tmpdir(), 'courant-test-'))
const vitestFile = join(folder, 'vitest.json')
const faultsFile = join(folder, 'faults.json')
const playwrightFile = join(folder, 'playwright.json')

const ofFaults = ['--config', join(root, 'faults/vitest.config.ts')]

const counts: Count[] = []
if (!onlyBrowser) {
  counts.push(countStep(await part('Checks', runChecks), undefined))
  counts.push(
    countStep(await part('Unit and database tests', () => runVitest([], vitestFile)), readVitestReport(vitestFile)),
  )
}
const built = await part('Production build', build)
counts.push(countStep(built, undefined))
if (!onlyBrowser) {
  const ok = built && (await part('Nodes that are cut off and killed', () => runVitest(ofFaults, faultsFile)))
  counts.push(countStep(ok, readVitestReport(faultsFile)))
}
counts.push(countStep(built && (await part('Browser tests', runPlaywright)), readPlaywrightReport(playwrightFile)))
rmSync(folder, { recursive: true, force: true })

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.exitCode = failed === 0 ? 0 : 1
line(`${passed} passed, ${failed} failed`)

/** Every part runs, whatever became of the others: one run tells all that is wrong. */
async function part(what: string, run: () => Promise<boolean>) {
  line(`\n${what}`)
  return run().catch((error) => {
    complain(sentenceFor(error) ?? String(error instanceof Error ? error.stack : error))
    return false
  })
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
