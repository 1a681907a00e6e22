import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { root } from '../run-program'
import { canPin } from './cores'
import { loadProgram } from './load'
import type { Length } from './part'
import { megabytes } from './words'

/** What has to be known to compare two runs. */
export async function describeRun(length: Length, now: Date): Promise<[string, string][]> {
  const [core] = cpus()
  const rows = await db.execute<{ version: string }>(sql`select current_setting('server_version') as version`)
  return [
    ['date', now.toISOString().slice(0, 10)],
    ['processor', `${core?.model.trim()}, ${cpus().length} cores`],
    ['memory', megabytes(totalmem())],
    ['system', `${platform()} ${release()} ${arch()}`],
    ['Courant', `${versionOf('.')}${commit()}`],
    [
      'Node, Next, React',
      `${process.versions.node}, ${versionOf('node_modules/next')}, ${versionOf('node_modules/react')}`,
    ],
    ['Postgres', String(rows[0]?.version)],
    ['nginx', firstLine('nginx', '-v').replace(/^.*nginx\//, '')],
    [
      'load',
      loadProgram === 'wrk'
        ? firstLine('wrk', '-v').replace(/ \[.*/, '')
        : `autocannon ${versionOf('node_modules/autocannon')}`,
    ],
    ['cores', canPin ? 'the server has one, the load another; Postgres may use all' : 'not told apart'],
    ['rounds', `${length.rounds} of ${length.seconds} s each, in turn; the medians are compared`],
  ]
}

const versioned = z.object({ version: z.string() })
const versionOf = (folder: string) =>
  versioned.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))).version

function firstLine(program: string, flag: string) {
  const { stdout, stderr, error } = spawnSync(program, [flag], { encoding: 'utf8' })
  return error ? 'none' : (`${stdout}${stderr}`.trim().split('\n')[0] ?? '')
}

/** Nothing where the source is no clone. */
function commit() {
  try {
    return ` at ${execFileSync('git', ['describe', '--always', '--dirty'], { cwd: root, encoding: 'utf8' }).trim()}`
  } catch {
    return ''
  }
}
