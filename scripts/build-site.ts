import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { addToEnvironment } from '@/lib/env'
import { Fault } from '@/lib/fault'
import { bundleEnhancements, enhancementsFolder, findEnhancements } from './bundle-enhancements'
import { beforeExit } from './shutdown'
import { sourceKey } from './source-key'

const root = join(import.meta.dirname, '..')

/** Where the next build grows. Next keeps a lock in it, so two builds at once do not mix. */
const unfinished = '.next-new'

/** The assets of the previous two builds stay for readers who have one of their pages open. */
const buildsToKeep = 3

/** The folder of the build of this source, if there is one. It is complete: it gets its name when it is. */
export function findBuild() {
  const folder = `.next-${sourceKey(root)}`
  return existsSync(join(root, folder)) ? folder : undefined
}

/**
 * Builds the site, without a database, into a folder that is named after the source, and returns its name.
 * A build that fails changes nothing.
 */
export async function buildSite(say: (detail: string) => void) {
  const folder = `.next-${sourceKey(root)}`
  const restore = keepFiles('tsconfig.json', 'next-env.d.ts')
  const enhancements = await bundleEnhancements()
  // What is drawn at the build names it already.
  addToEnvironment({ ENHANCE_MODULE: enhancements.address })
  try {
    handOverCache()
    await runNext(say)
  } finally {
    restore()
  }
  mkdirSync(join(root, unfinished, enhancementsFolder))
  writeFileSync(join(root, unfinished, enhancementsFolder, enhancements.file), enhancements.code)
  rmSync(join(root, folder), { recursive: true, force: true })
  renameSync(join(root, unfinished), join(root, folder))
  utimesSync(join(root, folder), new Date(), new Date())
  for (const old of builds().slice(buildsToKeep)) rmSync(join(root, old), { recursive: true, force: true })
  return folder
}

/** Tells Next and the site which build is served. */
export function chooseBuild(folder: string) {
  addToEnvironment({ NEXT_DIST_DIR: folder, ENHANCE_MODULE: findEnhancements(folder) })
}

function builds() {
  return readdirSync(root)
    .filter((name) => /^\.next-[0-9a-f]{16}$/.test(name))
    .sort((a, b) => statSync(join(root, b)).mtimeMs - statSync(join(root, a)).mtimeMs)
}

/** What the bundler remembers of the last build makes this one shorter. */
function handOverCache() {
  const [latest] = builds()
  const from = latest && join(root, latest, 'cache')
  const to = join(root, unfinished, 'cache')
  if (!from || !existsSync(from) || existsSync(to)) return
  mkdirSync(join(root, unfinished), { recursive: true })
  renameSync(from, to)
}

async function runNext(say: (detail: string) => void) {
  addToEnvironment({ NODE_ENV: 'production', NEXT_DIST_DIR: unfinished, NEXT_TELEMETRY_DISABLED: '1' })
  const next = join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  beforeExit(async () => child.kill())
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
    const latest = stripVTControlCharacters(chunk.toString())
      .split(/[\r\n]/)
      .filter((text) => text.trim())
      .at(-1)
    if (latest && /^\s*(▲|✓|Creating|Running|Collecting|Generating|Finalizing|Compil)/.test(latest)) say(latest.trim())
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (status !== 0) throw new Fault(`The site could not be built:\n${output.trim()}`)
}

/** Next writes the name of its folder into these, and would leave the working tree changed after each build. */
function keepFiles(...names: string[]) {
  const kept = names.map((name) => join(root, name)).filter((file) => existsSync(file))
  const contents = kept.map((file) => [file, readFileSync(file)] as const)
  return () => {
    for (const [file, content] of contents) if (!readFileSync(file).equals(content)) writeFileSync(file, content)
  }
}
