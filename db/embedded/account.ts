import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { Fault } from '@/lib/fault'

/** Whom Postgres runs as. Undefined: as whoever runs Courant. */
export type Account = { uid: number; gid: number } | undefined

/**
 * Postgres refuses to run as root. Root therefore lends it the owner of the data that is already there,
 * else the user `postgres`, which is made where the system has none.
 */
export function accountForPostgres(existingData: string | undefined): Account {
  if (process.getuid?.() !== 0) return undefined
  const owner = existingData ? statSync(existingData) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return findUser('postgres') ?? makeUser('postgres')
}

/** Whether the account may pass through every folder above, tried rather than computed: there are ACLs and mounts. */
export function mayEnter(account: Account, folder: string) {
  if (!account) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
  )
}

function findUser(name: string): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function makeUser(name: string): Account {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name])
  } catch (cause) {
    throw new Fault(
      `Postgres does not run as root and the user "${name}" could not be made: start Courant as another user, or set DATABASE_URL.`,
      { cause },
    )
  }
  return findUser(name)
}
