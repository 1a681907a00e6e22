import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Fault } from '@/lib/fault'
import { type Account, accountForPostgres, mayEnter } from './account'
import { makeEnterable, sharedFolder } from './binaries'

/** Where a cluster lives and whom it runs as. */
export type Home = { folder: string; account: Account }

/**
 * Normally the folder that was asked for. Where Postgres runs as another user who cannot get there (a clone in
 * root's own home), a folder under /var/lib that is named after it; once data is there it stays there.
 */
export function findHome(wanted: string): Home {
  const [, elsewhere] = homesFor(wanted)
  const used = homesFor(wanted).find((folder) => existsSync(clusterIn(folder)))
  const account = accountForPostgres(used && clusterIn(used))
  if (used) refuseForeignData(clusterIn(used))
  if (used) return { folder: used, account }

  mkdirSync(wanted, { recursive: true })
  if (mayEnter(account, wanted)) return { folder: wanted, account }
  makeEnterable(sharedFolder)
  makeEnterable(elsewhere)
  return { folder: elsewhere, account }
}

/** The two places where the data of this folder may be. */
export function homesFor(wanted: string): [string, string] {
  return [wanted, join(sharedFolder, nameAfter(wanted))]
}

/** The part of a home that is made at once: the data, the password that goes with it, and the log. */
export function clusterIn(folder: string) {
  return join(folder, 'cluster')
}

/** The project's name tells a person whose data this is, the hash keeps two projects of one name apart. */
function nameAfter(folder: string) {
  const project = basename(dirname(dirname(folder))).replace(/[^\w-]+/g, '-') || 'root'
  return `${project}-${createHash('sha256').update(folder).digest('hex').slice(0, 10)}`
}

function refuseForeignData(cluster: string) {
  const me = process.getuid?.()
  if (me === undefined || me === 0 || statSync(cluster).uid === me) return
  throw new Fault(
    `The data in ${cluster} belong to another user than "${userInfo().username}": start Courant as the user who made them, or set DATA_DIR to a folder of your own.`,
  )
}
