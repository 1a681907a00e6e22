import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../lib/env.ts'
import { longestGap, readContact } from './contact.ts'

/** Where pages are kept beyond a restart, and beside them what was invalidated, and when this node last heard of it. */
export function keptPages() {
  const { path: _path, logLevel: _logLevel, port: _port, host: _host, ...settings } = env()
  const folder = join(settings.dataFolder, 'pages')
  // What is in a page depends on the build and on the settings.
  const edition = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16)
  return {
    folder,
    edition,
    room: settings.pageDiskRoom,
    contactFile: join(folder, 'contact'),
    journalFile: join(folder, 'changes'),
  }
}

/**
 * Until when this build may show pages that it kept, although it cannot ask what was hidden since. Undefined where it
 * kept none, or has been away from the database for too long.
 */
export async function keptUntil(now = Date.now()) {
  const { folder, edition, contactFile } = keptPages()
  const files = await readdir(join(folder, edition)).catch(() => [])
  const contact = await readContact(contactFile)
  const until = (contact?.at ?? 0) + longestGap
  return files.length > 0 && now < until ? new Date(until) : undefined
}
