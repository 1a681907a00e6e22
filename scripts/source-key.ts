import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { env } from '@/lib/env'

/** Folders and files at the root that no build reads. What begins with a dot is not read either. */
const notBuilt = new Set([
  'node_modules',
  'docs',
  'e2e',
  'faults',
  'scripts',
  'test-results',
  'playwright-report',
  'next-env.d.ts',
])

/**
 * Names a build: the same for the same source, packages and key of the form actions. The lock file names Next's
 * version, so it is in too.
 */
export function sourceKey(root: string) {
  const hash = createHash('sha256').update(env().actionsKey ?? '')
  for (const file of sourceFiles(root)) {
    hash.update(`\0${relative(root, file).replaceAll(sep, '/')}\0`).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function sourceFiles(root: string) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !notBuilt.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(root, entry.name)) : [join(root, entry.name)]))
    .filter((file) => !/\.(test\.tsx?|md|tsbuildinfo)$/.test(file))
    .sort()
}

function filesBelow(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
