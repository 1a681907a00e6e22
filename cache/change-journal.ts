import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { log } from '../lib/log.ts'
import type { Change, ClockMemory, TagClock } from './tag-clock.ts'

/** Bytes of changes after which they are summed up. */
const longest = 4 * 2 ** 20

/** Minus infinity has no name in JSON. */
const moments = z.object({
  floor: z
    .number()
    .nullable()
    .transform((floor) => floor ?? Number.NEGATIVE_INFINITY),
  moments: z.array(z.tuple([z.string(), z.number()])),
})
const memory = z.object({ invalidated: moments, concealed: moments }) satisfies z.ZodType<ClockMemory>
const change = z.object({
  at: z.number(),
  tags: z.array(z.string()).optional(),
  conceals: z.boolean(),
}) satisfies z.ZodType<Change>

/**
 * Keeps beside the stored pages what was invalidated since they were drawn: a process that starts on them finds pages
 * that nobody asked for since, and may not be able to ask the database. Each change is written before anybody is
 * answered on account of it. A clock that remembers nothing for certain trusts no page of before.
 */
export function openChangeJournal(file: string, clock: TagClock) {
  if (!isRead(file, clock)) clock.concealAll()
  let written = 0

  /** Written beside and renamed: a process that is killed meanwhile leaves the old one. */
  function sumUp() {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, `${JSON.stringify(clock.memory())}\n`)
    renameSync(`${file}.new`, file)
    written = 0
  }

  function write(made: Change) {
    const line = `${JSON.stringify(made)}\n`
    appendFileSync(file, line)
    written += line.length
    if (written > longest) sumUp()
  }

  /** Without a journal the next process trusts nothing. */
  function giveUp(error: unknown) {
    log.error({ err: error }, 'what was invalidated cannot be noted: pages will not be kept beyond a restart')
    attempt(
      () => rmSync(file, { force: true }),
      (again) => log.error({ err: again }, 'nor can the old notes be removed'),
    )
  }

  attempt(sumUp, giveUp)
  clock.onInvalidation((made) => attempt(() => write(made), giveUp))
}

function isRead(file: string, clock: TagClock) {
  try {
    const [first = '', ...rest] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const changes = rest.map((line) => change.parse(JSON.parse(line)))
    clock.recall(memory.parse(JSON.parse(first)))
    for (const made of changes) clock.replay(made)
    return true
  } catch {
    return false
  }
}

function attempt(work: () => void, otherwise: (error: unknown) => void) {
  try {
    work()
  } catch (error) {
    otherwise(error)
  }
}
