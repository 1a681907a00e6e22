import { parseArgs } from 'node:util'
import { generateArchive } from '@/db/generate/generate-archive'
import { findGeneratedRows, removeArchive } from '@/db/generate/remove-archive'
import { Fault } from '@/lib/fault'
import { line, step } from './console'
import { failWith } from './faults'
import { withDatabase } from './with-database'

const words = {
  usage: `npm run generate -- --articles N [--comments M] [--thread K] [--seed S]
npm run generate -- --remove [--yes]

Makes an archive to try the site on: N published articles over the last eight years, M comments under them, and K
comments under the latest one, with made-up members, authors, topics and reactions. Nothing in it is true. The same
seed (1, unless given) makes the same archive of the same size.

--remove takes it out with everything that was said under it, and leaves everything else. Where others have commented
under its articles it only says so, unless --yes is given. It may run for as long as the making took.`,
  unknownOption: 'This option is not known: npm run generate -- --help shows the others.',
  number: (name: string, most: number) => `Give --${name} a whole number from 0 to ${most}.`,
  noArticles: 'Say how many articles: npm run generate -- --articles 1000 --comments 10000',
  either: 'Either --remove or --articles, not both.',
  thereIsOne: 'There is a generated archive in this database: take it out first with npm run generate -- --remove',
  making: 'Making the archive',
  removing: 'Taking the archive out',
  nothing: 'There is no generated archive in this database.',
  ask: (n: number) =>
    `${n === 1 ? 'A comment that a reader' : `${n} comments that readers`} wrote under the generated archive would go with it. If that is right: npm run generate -- --remove --yes`,
  removed: (articles: number, seconds: number) => `${articles} articles removed in ${seconds.toFixed(1)} s.`,
  made: (counts: string, rows: number, seconds: number) =>
    `${counts}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s.`,
}

const most = { articles: 10_000_000, comments: 100_000_000, thread: 10_000_000, seed: 4095 } as const
/** Tables that the last line names; the others are in its sum. */
const told = { article: 'articles', comment: 'comments', member: 'members' } as const
const linesPerTable = 100_000

try {
  const { help, remove, yes, ...wish } = readOptions()
  if (help) line(words.usage)
  else line(await withDatabase(() => (remove ? removeAll(yes === true) : make(wish))))
} catch (error) {
  failWith(error)
}

type Wish = Parameters<typeof generateArchive>[0]

async function make(wish: Wish) {
  const began = performance.now()
  const outcome = await step(words.making, (say) =>
    generateArchive(wish, (table, rows) => say(`${table} ${process.stdout.isTTY ? rows : rounded(rows)}`)),
  )
  if (outcome.state === 'there-is-one') throw new Fault(words.thereIsOne)
  const counts = Object.entries(told).map(([table, name]) => `${outcome.rows.get(table) ?? 0} ${name}`)
  const rows = [...outcome.rows.values()].reduce((sum, n) => sum + n, 0)
  return words.made(counts.join(', '), rows, (performance.now() - began) / 1000)
}

async function removeAll(isSure: boolean) {
  const began = performance.now()
  const { articles, commentsOfOthers } = await findGeneratedRows()
  if (articles === 0) return words.nothing
  if (commentsOfOthers > 0 && !isSure) throw new Fault(words.ask(commentsOfOthers))
  const gone = await step(words.removing, (say) => removeArchive(say))
  return words.removed(gone, (performance.now() - began) / 1000)
}

/** So that a log gets a line now and then. */
function rounded(rows: number) {
  return rows < linesPerTable ? '' : `${Math.floor(rows / linesPerTable) * linesPerTable}`
}

function readOptions() {
  const { help, remove, yes, ...given } = parsed()
  const isMaking = !help && !remove
  if (remove && given.articles !== undefined) throw new Fault(words.either)
  if (isMaking && given.articles === undefined) throw new Fault(words.noArticles)
  const wish = {
    articles: numberOf('articles', given.articles ?? '0'),
    comments: numberOf('comments', given.comments ?? '0'),
    thread: numberOf('thread', given.thread ?? '0'),
    seed: numberOf('seed', given.seed ?? '1'),
  }
  if (isMaking && wish.articles === 0) throw new Fault(words.noArticles)
  return { help, remove, yes, ...wish }
}

function numberOf(name: keyof typeof most, text: string) {
  if (!/^\d{1,9}$/.test(text) || Number(text) > most[name]) throw new Fault(words.number(name, most[name]))
  return Number(text)
}

function parsed() {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  const numbers = { articles: text, comments: text, thread: text, seed: text }
  try {
    return parseArgs({ options: { ...numbers, remove: flag, yes: flag, help: { ...flag, short: 'h' } } }).values
  } catch (cause) {
    throw new Fault(words.unknownOption, { cause })
  }
}
