import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '@/lib/fault'
import { processIdentity } from '@/lib/process-identity'

const ownerFile = z.object({ pid: z.number().int().positive(), identity: z.string() })

/**
 * Makes this process the owner of the folder and returns how to give it up. A folder whose owner lives is refused;
 * an owner that is gone, also when its number was given to another process since, is taken over from.
 */
export function claim(folder: string) {
  const file = join(folder, 'owner.json')
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }))
  try {
    for (let tries = 0; !linkUnlessThere(mine, file); tries++) {
      if (tries === 10) throw new Fault(`${file} cannot be replaced: remove it, if no Courant runs on this folder.`)
      removeUnlessOwned(file, folder)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(file, { force: true })
}

/** A hard link is the one way to write a whole file only where there is none. */
function linkUnlessThere(from: string, to: string) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function removeUnlessOwned(file: string, folder: string) {
  const seen = read(file)
  const owner = parse(seen)
  if (owner && processIdentity(owner.pid) === owner.identity) {
    throw new Fault(
      `The data in ${folder} are in use by another Courant (process ${owner.pid}): stop that one, or start this one with another DATA_DIR.`,
    )
  }
  const aside = `${file}.gone-${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  // Somebody who started at the same moment may have taken over in between: then theirs goes back.
  if (read(aside) !== seen) linkUnlessThere(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function parse(text: string) {
  try {
    return ownerFile.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
