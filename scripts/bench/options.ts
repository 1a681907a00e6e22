import { parseArgs } from 'node:util'
import { Fault } from '@/lib/fault'
import type { Length } from './part'

export const usage = (names: readonly string[]) => `npm run bench -- [NAME…] [--quick] [--minutes N] [--to FILE]

Measures the site on this machine, next to nginx and Next alone, and writes docs/benchmarks.md; it takes about twenty
minutes, and wants the machine for itself. wrk and nginx are used where they are installed.

With names only these are measured, and with --quick all for a short while only; then nothing is written, unless --to
names a file. --minutes says how long the memory is watched (5).

The names: ${names.join(', ')}.`

const whole: Length = {
  rounds: 5,
  seconds: 4,
  renderings: 300,
  articles: 10_000,
  missing: 20_000,
  postingSeconds: 20,
  minutes: 5,
}
const quick: Length = {
  rounds: 3,
  seconds: 1,
  renderings: 40,
  articles: 1000,
  missing: 600,
  postingSeconds: 4,
  minutes: 0.5,
}

/** What was asked for. `to` is where the document goes, if anywhere. Throws a Fault for what is not known. */
export function readOptions(args: readonly string[], names: readonly string[]) {
  const { values, positionals } = parsed(args)
  const unknown = positionals.find((name) => !names.includes(name))
  if (unknown) throw new Fault(`There is no ${unknown} to measure; there are ${names.join(', ')}.`)
  const minutes = values.minutes === undefined ? {} : { minutes: minutesFrom(values.minutes) }
  const isPart = values.quick === true || positionals.length > 0
  return {
    help: values.help === true,
    wanted: positionals.length > 0 ? positionals : names,
    length: { ...(values.quick ? quick : whole), ...minutes },
    to: values.to ?? (isPart ? undefined : 'docs/benchmarks.md'),
  }
}

function minutesFrom(text: string) {
  const minutes = Number(text)
  if (!(minutes >= 0.5 && minutes <= 600)) throw new Fault('Give --minutes a number from 0.5 to 600.')
  return minutes
}

function parsed(args: readonly string[]) {
  const options = {
    quick: { type: 'boolean' },
    minutes: { type: 'string' },
    to: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new Fault('This option is not known: npm run bench -- --help shows the others.', { cause })
  }
}
