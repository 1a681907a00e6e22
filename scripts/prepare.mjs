// Runs before every command, on whatever Node the machine has. Until the version has been asked nothing here may be
// newer than Node 12: no `??`, no top-level await, no `node:` imports.
import { execFileSync, spawnSync } from 'child_process'
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
if (!isInstalled()) install()
if (!hasNode24()) {
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
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.keys(wanted).every(
    (path) =>
      path === '' || wanted[path].optional || (installed[path] && installed[path].version === wanted[path].version),
  )
}

function install() {
  console.log('Installing the packages that Courant is made of (once; about a minute) …')
  const env = Object.assign({}, process.env)
  // The tools that build and test are development dependencies, and `npm start` builds.
  delete env.NODE_ENV
  const options = { cwd: root, env: env, stdio: ['ignore', 'inherit', 'inherit'] }
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const done = process.env.npm_execpath
    ? spawnSync(process.execPath, [process.env.npm_execpath].concat(args), options)
    : spawnSync(windows ? 'npm.cmd' : 'npm', args, Object.assign({ shell: windows }, options))
  if (done.status !== 0) {
    stop(
      'The packages could not be installed: see what npm says above, check the connection to its registry, and run the command again.',
    )
  }
  writeFileSync(stamp, lock)
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
