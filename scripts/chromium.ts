import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { addToEnvironment, env } from '@/lib/env'
import { Fault } from '@/lib/fault'
import { root, runProgram } from './run-program'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Finds a Chromium for the browser tests, or brings one. Throws a Fault where there is no way to get one. */
export async function provideChromium(say: (detail: string) => void) {
  const found = findChromium() ?? (await downloadChromium(say)) ?? (await installChromium(say))
  if (!found) {
    throw new Fault('The browser tests need Chromium: install it, or name a Chrome or Chromium in CHROMIUM_PATH.')
  }
  addToEnvironment({ CHROMIUM_PATH: found })
  return found
}

function findChromium() {
  const named = env().chromiumPath
  if (named && !runs(named))
    throw new Fault(`CHROMIUM_PATH names ${named}, which does not run: correct it or leave it out.`)
  return named ?? [chromium.executablePath(), ...onPath(), ...macApplications].find(runs)
}

function onPath() {
  return env()
    .path.split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
}

function runs(program: string) {
  return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0
}

async function downloadChromium(say: (detail: string) => void) {
  say('asking Playwright for one')
  await runProgram(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    'kept',
  )
  return [chromium.executablePath()].find(runs)
}

async function installChromium(say: (detail: string) => void) {
  if (platform() !== 'linux' || process.getuid?.() !== 0 || !hasApt()) return undefined
  say('asking the system for one')
  await runProgram('apt-get', ['update', '-q'], 'kept')
  await runProgram('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], 'kept')
  return onPath().find(runs)
}

function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
