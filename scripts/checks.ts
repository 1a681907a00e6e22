import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { line, step } from './console'
import { root, runTool } from './run-program'

type Verdict = { ok: boolean; output: string }

const checks: [string, () => Promise<Verdict>][] = [
  ['Lint, format and import direction', () => runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['Types', checkTypes],
  ['Dead code', () => runTool('knip/bin/knip.js', ['--no-progress'])],
  ['Migrations agree with each other', () => runTool('drizzle-kit/bin.cjs', ['check'])],
  ['Migrations are up to date', checkMigrations],
]

/** Everything that can be known without running the site. True when all is well; what is not is printed. */
export async function runChecks() {
  let allWell = true
  for (const [what, check] of checks) {
    const verdict = await step(what, async () => failIfNot(await check())).then(
      () => undefined,
      (error) => String(error instanceof Error ? error.message : error),
    )
    if (verdict === undefined) continue
    allWell = false
    line(verdict)
  }
  return allWell
}

function failIfNot({ ok, output }: Verdict) {
  if (!ok) throw new Error(output.trim() || 'failed without a word')
}

/** Next writes the types of the routes first. Nothing is taken over from an earlier check: those were seen to be stale. */
async function checkTypes() {
  const routes = await runTool('next/dist/bin/next', ['typegen'])
  return routes.ok ? runTool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false']) : routes
}

/** Generates what is missing into a copy: a schema without undeclared change generates nothing. */
async function checkMigrations(): Promise<Verdict> {
  const folder = join(root, '.data')
  await mkdir(folder, { recursive: true })
  const copy = await mkdtemp(join(folder, 'migrations-'))
  try {
    await cp(join(root, 'db/migrations'), copy, { recursive: true })
    const before = await readdir(copy, { recursive: true })
    const generated = await runTool('drizzle-kit/bin.cjs', [
      'generate',
      '--dialect=postgresql',
      '--casing=snake_case',
      '--schema=./db/schema/index.ts',
      `--out=./${relative(root, copy)}`,
    ])
    const added = (await readdir(copy, { recursive: true })).filter((file) => !before.includes(file))
    if (generated.ok && added.length === 0) return generated
    return { ok: false, output: `${generated.output}\nThe schema has changes without a migration: npm run db:generate` }
  } finally {
    await rm(copy, { recursive: true })
  }
}
