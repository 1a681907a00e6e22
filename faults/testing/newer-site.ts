import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { env } from '@/lib/env'
import { findBuild } from '@/scripts/build-site'
import { root } from '@/scripts/run-program'

/** What a build does not read. Without a lock file of its own the copy is a part of the project around it for Next. */
const leftOut = new Set([
  'node_modules',
  'docs',
  'e2e',
  'faults',
  'test-results',
  'playwright-report',
  'package-lock.json',
])

type Change = { file: string; from: string; to: string }

/**
 * The site after an upgrade: its source with these changes, built beside the build of before, as in a folder that was
 * pulled. Answers the folder.
 */
export async function buildNewerSite(changes: readonly Change[], style: string) {
  const data = join(root, '.data')
  mkdirSync(data, { recursive: true })
  const folder = mkdtempSync(join(data, 'upgrade-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of readdirSync(root))
    if (!name.startsWith('.') && !leftOut.has(name)) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const build = findBuild() ?? ''
  cpSync(join(root, build, 'static'), join(folder, build, 'static'), { recursive: true })
  for (const { file, from, to } of changes) {
    const source = readFileSync(join(folder, file), 'utf8')
    if (!source.includes(from)) throw new Error(`${file} has no ${from}`)
    writeFileSync(join(folder, file), source.replace(from, to))
  }
  appendFileSync(join(folder, 'styles/base.css'), style)
  await run(folder)
  return folder
}

function run(folder: string) {
  const { path, actionsKey, authSecret } = env()
  const child = spawn(process.execPath, ['--import', './scripts/resolve.mjs', 'scripts/build.ts'], {
    cwd: folder,
    env: {
      PATH: path,
      NODE_ENV: 'production',
      AUTH_SECRET: authSecret,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  return new Promise<void>((resolve, reject) =>
    child.on('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`the newer site was not built:\n${said}`)),
    ),
  )
}
