import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let project = ''

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'courant-prepare-'))
  mkdirSync(join(project, 'scripts'))
  cpSync('scripts/prepare.mjs', join(project, 'scripts/prepare.mjs'))
})

afterEach(() => rmSync(project, { recursive: true }))

function prepare(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/prepare.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
  })
  return { status, stdout, stderr: stderr.trim() }
}

/** A project with one package that has nothing in it, so that npm has nothing to fetch. */
function writeLock(version: string) {
  mkdirSync(join(project, 'press'), { recursive: true })
  writeFileSync(join(project, 'press/package.json'), JSON.stringify({ name: 'press', version }))
  const root = { name: 'paper', version: '1.0.0', dependencies: { press: 'file:press' } }
  writeFileSync(join(project, 'package.json'), JSON.stringify(root))
  const packages = { '': root, press: { version }, 'node_modules/press': { resolved: 'press', link: true } }
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({ name: 'paper', version: '1.0.0', lockfileVersion: 3, packages }),
  )
}

test.each(['12.22.12', '18.20.8', '20.8.1'])('Node %s is told what to install, and nothing else happens', (version) => {
  expect(prepare(version)).toEqual({
    status: 1,
    stdout: '',
    stderr: `Courant needs Node 20.9 or newer; this is ${version}. Install Node 24 from https://nodejs.org and run the command again.`,
  })
})

test('what is missing is installed once, and again when the lock file changes', () => {
  writeLock('1.0.0')
  expect(prepare()).toMatchObject({ status: 0, stdout: expect.stringContaining('Installing') })
  expect(prepare()).toMatchObject({ status: 0, stdout: '' })
  writeLock('1.0.1')
  expect(prepare()).toMatchObject({ status: 0, stdout: expect.stringContaining('Installing') })
  expect(JSON.parse(readFileSync(join(project, 'node_modules/press/package.json'), 'utf8')).version).toBe('1.0.1')
})

test('an installation that fails says so and is tried again the next time', () => {
  writeLock('1.0.0')
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'paper', dependencies: { ink: 'file:ink.tgz' } }))
  expect(prepare()).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be installed') })
  expect(prepare()).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be installed') })
})
