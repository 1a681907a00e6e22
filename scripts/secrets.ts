import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addToEnvironment, env } from '@/lib/env'
import { Fault } from '@/lib/fault'

const secretsFile = z.object({
  AUTH_SECRET: z.string().min(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().min(24),
})

/** What signs sessions and names form actions: made once and kept, unless the environment gives it. */
export function provideSecrets() {
  const { dataFolder, authSecret, actionsKey } = env()
  if (authSecret && actionsKey) return
  const kept = readOrMake(join(dataFolder, 'secrets'))
  addToEnvironment({
    AUTH_SECRET: authSecret ?? kept.AUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey ?? kept.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  })
}

function readOrMake(file: string) {
  if (!existsSync(file)) make(file)
  try {
    return secretsFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EACCES') throw cause
    throw new Fault(`${file} cannot be read as secrets: remove it (everybody signs in again), or restore it.`, {
      cause,
    })
  }
}

function make(file: string) {
  mkdirSync(join(file, '..'), { recursive: true })
  const secrets = {
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  }
  const making = `${file}.${process.pid}`
  writeFileSync(making, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  renameSync(making, file)
}
