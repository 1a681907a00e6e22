import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { log } from '../lib/log.ts'
import { masterBody, type PageEntry, reviveEntry } from './page-entry.ts'
import type { Moment } from './tag-clock.ts'

export type PageDisk = {
  read(path: string): Promise<PageEntry | undefined>
  write(path: string, entry: PageEntry): void
  remove(path: string): void
  /** Writes what waits to be written. */
  close(): Promise<void>
}

type PageDiskOptions = {
  /** The folder of all editions. */
  folder: string
  /** Whose pages they are: a page of another build, or of other settings, is never served. */
  edition: string
  /** Bytes that they may take; those that were not asked for the longest go first. */
  room: number
  /** A moment of this process: what an earlier one kept is older, even where its clock ran ahead. */
  opened: Moment
}

/** A page that is drawn anew all the time is written once in so many milliseconds. */
const rewriteEvery = 5000

/** Pages that outlive the memory's bound and the process. What cannot be read is as if it were not there. */
export async function openPageDisk({ folder, edition, room, opened }: PageDiskOptions): Promise<PageDisk> {
  const home = join(folder, edition)
  await mkdir(home, { recursive: true })
  await removeOthers(folder, edition)
  const pushedOut: string[] = []
  const files = new LRUCache<string, number>({
    maxSize: room,
    sizeCalculation: (bytes) => bytes,
    dispose: (_bytes, name, why) => why === 'evict' && pushedOut.push(name),
  })
  for (const { name, bytes } of await listFiles(home)) files.set(name, bytes)
  const waiting = new Map<string, PageEntry>()
  const turns = createTurns()

  async function save(path: string) {
    const entry = waiting.get(path)
    if (!entry) return
    waiting.delete(path)
    const name = nameOf(path)
    const bytes = pack(path, entry)
    const unfinished = join(home, `${randomUUID()}.new`)
    await writeFile(unfinished, bytes)
    await rename(unfinished, join(home, name))
    files.set(name, bytes.byteLength)
    for (const old of pushedOut.splice(0)) if (!files.has(old)) await rm(join(home, old), { force: true })
  }

  return {
    async read(path) {
      const name = nameOf(path)
      if (files.get(name) === undefined) return undefined
      const entry = await readEntry(join(home, name), path, opened)
      if (!entry) files.delete(name)
      return entry
    },
    write(path, entry) {
      const waits = waiting.has(path)
      waiting.set(path, entry)
      const pause = files.has(nameOf(path)) ? rewriteEvery : 0
      if (!waits) setTimeout(() => turns.take(path, () => save(path)), pause).unref()
    },
    remove(path) {
      const waited = waiting.delete(path)
      const isThere = files.delete(nameOf(path)) || waited || turns.isTaken(path)
      if (isThere) turns.take(path, () => rm(join(home, nameOf(path)), { force: true }))
    },
    async close() {
      await Promise.all([...waiting.keys()].map((path) => turns.take(path, () => save(path))))
    },
  }
}

const nameOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 40)

/** Editions of earlier builds, and what a process left unfinished that was ended. */
async function removeOthers(folder: string, edition: string) {
  for (const other of await readdir(folder, { withFileTypes: true })) {
    if (other.isDirectory() && other.name !== edition) await rm(join(folder, other.name), { recursive: true })
  }
  for (const name of await readdir(join(folder, edition))) {
    if (name.endsWith('.new')) await rm(join(folder, edition, name), { force: true })
  }
}

/** The files of a folder, the oldest first. */
async function listFiles(folder: string) {
  const files: { name: string; bytes: number; at: number }[] = []
  for (const name of await readdir(folder)) {
    const { size, mtimeMs } = await stat(join(folder, name))
    files.push({ name, bytes: Math.max(1, size), at: mtimeMs })
  }
  return files.sort((a, b) => a.at - b.at)
}

const header = z.strictObject({
  path: z.string(),
  status: z.literal(200),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  hash: z.string(),
  master: z.enum(['br', 'identity']),
  tags: z.array(z.string()),
  begun: z.number(),
  freshUntil: z.number(),
  /** Infinity has no name in JSON. */
  end: z.number().nullable(),
  bytes: z.number(),
})

function pack(path: string, entry: PageEntry) {
  const { status, headers, hash, master, tags, begun, freshUntil, end } = entry
  const body = masterBody(entry)
  const head = { path, status, headers, hash, master, tags, begun, freshUntil, end, bytes: body.byteLength }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])
}

async function readEntry(file: string, path: string, opened: Moment) {
  try {
    const bytes = await readFile(file)
    const split = bytes.indexOf('\n')
    const head = header.parse(JSON.parse(bytes.subarray(0, split).toString()))
    const body = bytes.subarray(split + 1)
    if (head.path !== path || head.bytes !== body.byteLength) throw new Error('the file is not whole')
    const { path: _path, bytes: _bytes, ...kept } = head
    const end = head.end ?? Number.POSITIVE_INFINITY
    return reviveEntry({ ...kept, begun: Math.min(head.begun, opened), end, body })
  } catch (error) {
    log.warn({ err: error }, 'a stored page could not be read, and is drawn anew')
    return undefined
  }
}

/** Work on one file at a time; that it failed is no reason to fail who asked for a page. */
function createTurns() {
  const taken = new Map<string, Promise<void>>()
  return {
    isTaken: (path: string) => taken.has(path),
    take(path: string, work: () => Promise<void>) {
      const before = taken.get(path) ?? Promise.resolve()
      const turn = before.then(work).catch((error) => log.warn({ err: error }, 'a page could not be stored on disk'))
      taken.set(path, turn)
      return turn.finally(() => taken.get(path) === turn && taken.delete(path))
    },
  }
}
