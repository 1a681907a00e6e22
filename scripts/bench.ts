import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { addToEnvironment } from '@/lib/env'
import { leaveServerCore } from './bench/cores'
import { filter } from './bench/filter'
import { first } from './bench/first'
import { flood } from './bench/flood'
import { lighthouse } from './bench/lighthouse'
import { describeRun } from './bench/machine'
import { memory } from './bench/memory'
import { missing } from './bench/missing'
import { readOptions, usage } from './bench/options'
import { pageParts } from './bench/pages'
import { makePaper } from './bench/paper'
import type { Part, Run } from './bench/part'
import { popular } from './bench/popular'
import { posting } from './bench/posting'
import { benchmarksDocument, type Chapter, findingsTable, isBroken } from './bench/report'
import { thread } from './bench/thread'
import { weights } from './bench/weights'
import { buildSite, chooseBuild, findBuild } from './build-site'
import { line, step } from './console'
import { failWith } from './faults'
import { provideSecrets } from './secrets'
import { beforeExit, closeAll, failAfterClosing, isShuttingDown, shutDownOnSignal } from './shutdown'

const parts: readonly Part[] = [
  ...pageParts,
  weights,
  lighthouse,
  first,
  popular,
  posting,
  thread,
  flood,
  missing,
  memory,
  filter,
]
const names = parts.map(({ name }) => name)

shutDownOnSignal()
const options = readWish()
if (options.help) line(usage(names))
else await bench(options).then(closeAll).catch(failAfterClosing)

function readWish() {
  try {
    return readOptions(process.argv.slice(2), names)
  } catch (error) {
    failWith(error)
  }
}

async function bench({ wanted, length, to }: typeof options) {
  const folder = makeFolder()
  // With the secrets of the clone, since they are part of what a build is.
  provideSecrets()
  const build = findBuild() ?? (await step('Building the site', buildSite))
  addToEnvironment({ DATA_DIR: join(folder, 'data'), NODE_ENV: 'production' })
  chooseBuild(build)
  const paper = await makePaper(join(folder, 'data'), length.articles)
  leaveServerCore()
  const chapters: Chapter[] = []
  for (const part of parts.filter(({ name }) => wanted.includes(name))) {
    chapters.push(await measure(part, { folder: join(folder, 'work'), paper, length }))
  }
  const facts = await describeRun(length, new Date())
  if (to) {
    writeFileSync(resolve(to), benchmarksDocument(facts, chapters))
    line(`Written to ${to}.`)
  }
  const broken = chapters.flatMap(({ findings }) => findings.filter(isBroken))
  line(broken.length === 0 ? 'All that is promised held.' : `${broken.length} of what is promised did not hold.`)
}

async function measure(part: Part, run: Omit<Run, 'say'>) {
  const chapter = await step(part.title, (say) => part.measure({ ...run, say })).catch((error) =>
    brokenOff(part, error),
  )
  line(`\n${[findingsTable(chapter.findings), ...chapter.notes].join('\n\n')}\n`)
  return chapter
}

/** The others are worth their half hour all the same. */
function brokenOff({ title }: Part, error: unknown): Chapter {
  if (isShuttingDown()) throw error
  const measured = error instanceof Error ? error.message : String(error)
  return { title, about: 'It broke off.', findings: [{ what: title, measured, holds: false }], notes: [] }
}

/** Readable for everybody, since nginx and Postgres may run as somebody else. */
function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'))
  chmodSync(folder, 0o755)
  for (const name of ['data', 'work']) mkdirSync(join(folder, name))
  beforeExit(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
