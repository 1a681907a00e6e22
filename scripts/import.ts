import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { finishImport, importArticle } from '@/domain/article/import/import-article'
import { readImportLine } from '@/domain/article/import/import-line'
import { Fault } from '@/lib/fault'
import { type Line, linesOf } from '@/lib/lines'
import { newsroomWords } from '@/lib/words/newsroom'
import { line } from './console'
import { failWith } from './faults'
import { createImportReport, type ImportReport } from './import-report'
import { withDatabase } from './with-database'

const words = newsroomWords.import
const longestLine = 5_000_000

let stopAsked = false
process.once('SIGINT', () => {
  stopAsked = true
})

try {
  const asked = await readArguments()
  if (asked) process.exitCode = await withDatabase(() => importFiles(asked))
  else line(words.usage)
} catch (error) {
  failWith(error)
}

async function importFiles({ files, section }: Asked) {
  const report = createImportReport(files.reduce((sum, { size }) => sum + size, 0))
  try {
    for (const { file } of files) await importFile(file, section, report)
  } finally {
    await finishImport()
    report.print()
  }
  if (stopAsked) line(words.stopped)
  return stopAsked ? 130 : report.refused() > 0 ? 1 : 0
}

async function importFile(file: string, section: string, report: ImportReport) {
  for await (const one of linesOf(counted(createReadStream(file), report), longestLine)) {
    if (stopAsked) return
    const outcome = await importLine(one, section)
    report.count(outcome, `${file}:${one.no}`)
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, report: ImportReport) {
  for await (const chunk of chunks) {
    yield chunk
    report.advance(chunk.byteLength)
  }
}

async function importLine(one: Line, section: string) {
  if ('fault' in one) return { refused: words.faults[one.fault] }
  const read = readImportLine(one.text)
  if (!read.ok) return { refused: read.fault }
  const outcome = await importArticle('command-line', read.value, section)
  return outcome.ok ? outcome.value : { refused: words.refusals[outcome.refusal] }
}

type Asked = { files: { file: string; size: number }[]; section: string }

/** What is to be imported; nothing where help was asked for. All files are looked at before the first is begun. */
async function readArguments(): Promise<Asked | undefined> {
  const { values, positionals } = parsed()
  if (values.help) return
  const section = values.section?.replace(/\s+/g, ' ').trim()
  if (section === '' || (section?.length ?? 0) > 80) throw new Fault(words.sectionEmpty)
  if (positionals.length === 0) throw new Fault(words.noFile)
  return { files: await Promise.all(positionals.map(measure)), section: section ?? words.otherwiseIn }
}

async function measure(file: string) {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Fault(words.unreadable(file, cause.code ?? cause.message), { cause })
  })
  if (!found.isFile()) throw new Fault(words.unreadable(file, 'not a file'))
  return { file, size: found.size }
}

function parsed() {
  const options = { help: { type: 'boolean', short: 'h' }, section: { type: 'string' } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (cause) {
    throw new Fault(words.unknownOption, { cause })
  }
}
