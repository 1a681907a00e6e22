// Runs before every command, on whatever Node the machine has. Until the version has been asked nothing here may be
// newer than Node 12: no `??`, no top-level await, no `node:` imports.
import { execFileSync, spawn } from 'child_process'
import { createHash } from 'crypto'
import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath } from 'url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const stamp = join(root, 'node_modules', '.courant-lock')

// The version may be given as an argument, so that the refusal can be tried on any machine.
const running = process.argv[2] || process.versions.node
if (!atLeast(running, 20, 9)) {
  stop(
    `Courant needs Node 20.9 or newer; this is ${running}. Install Node 24 from https://nodejs.org and run the command again.`,
  )
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
if (isInstalled()) requireNode24()
else install(requireNode24)

function requireNode24() {
  giveWindowsExec()
  if (hasNode24()) return
  stop(
    `Courant runs on Node 24, and none that works came with its packages for ${process.platform} ${process.arch}; ` +
      `this is ${running}. Install Node 24 from https://nodejs.org and run the command again.`,
  )
}

function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true
  if (!agreesWithNpm()) return false
  writeFileSync(stamp, lock)
  return true
}

/** Somebody may have called npm by hand: it keeps a list of what it installed. */
function agreesWithNpm() {
  const list = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages
  const wanted = wantedPackages()
  return Object.keys(wanted).every((path) => installed[path] && installed[path].version === wanted[path].version)
}

/** Those that every system needs. */
function wantedPackages() {
  const all = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.keys(all).reduce((some, path) => {
    if (path !== '' && !all[path].optional) some[path] = all[path]
    return some
  }, {})
}

/**
 * `npm ci` refuses a lock file that lacks a package for another system, and npm does not write those that its registry
 * lacks; this installs the same versions, and adds what the lock file does not know.
 */
function install(then) {
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
  ]
  const env = Object.assign({}, process.env)
  // The tools that build and test are development dependencies, and `npm start` builds.
  delete env.NODE_ENV
  const options = { cwd: root, env: env, stdio: ['ignore', 'pipe', 'pipe'] }
  const npm = process.env.npm_execpath
    ? spawn(process.execPath, [process.env.npm_execpath].concat(args), options)
    : spawn(windows ? 'npm.cmd' : 'npm', args, Object.assign({ shell: windows }, options))
  let said = ''
  npm.stdout.on('data', (chunk) => (said += chunk))
  npm.stderr.on('data', (chunk) => (said += chunk))
  const stopShowing = showProgress(Object.keys(wantedPackages()))
  npm.on('error', (error) => (said += error.message))
  npm.on('close', (status) => {
    stopShowing()
    if (status !== 0) {
      console.error(said.trim())
      stop(
        'The packages could not be installed: see above what npm says, check the connection to its registry, and run the command again.',
      )
    }
    writeFileSync(stamp, lock)
    then()
  })
}

/** In a terminal one line that changes, elsewhere a line at each quarter. */
function showProgress(paths) {
  const title = 'Installing the packages that Courant is made of (once; about a minute)'
  console.log(title)
  let last = 0
  const timer = setInterval(() => {
    const done = paths.filter((path) => existsSync(join(root, path, 'package.json'))).length
    if (process.stdout.isTTY) process.stdout.write(`\r  ${done} of ${paths.length}`)
    else if (Math.floor((4 * done) / paths.length) > last) {
      last = Math.floor((4 * done) / paths.length)
      console.log(`  ${done} of ${paths.length}`)
    }
  }, 500)
  return () => {
    clearInterval(timer)
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K')
  }
}

/**
 * npm looks into node_modules/.bin first, so the Node that came with the packages runs every script. Where it does not
 * work on this system it is put out of the way of one that does.
 */
function hasNode24() {
  const own = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node')
  if (process.execPath.startsWith(join(root, 'node_modules')) || (existsSync(own) && runs(own))) return true
  if (!atLeast(running, 24, 0)) return false
  if (existsSync(own)) unlinkSync(own)
  return true
}

/**
 * `npm start` says `exec`, so that no shell stands between npm and the site and swallows the signal to stop. Windows
 * knows neither; there the word does nothing.
 */
function giveWindowsExec() {
  const file = join(root, 'node_modules', '.bin', 'exec.cmd')
  if (windows && !existsSync(file)) writeFileSync(file, '@%*\r\n')
}

function runs(program) {
  try {
    return atLeast(execFileSync(program, ['--version'], { encoding: 'utf8', shell: windows }).slice(1), 24, 0)
  } catch {
    return false
  }
}

function atLeast(version, major, minor) {
  const parts = version.split('.').map(Number)
  return parts[0] > major || (parts[0] === major && parts[1] >= minor)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
