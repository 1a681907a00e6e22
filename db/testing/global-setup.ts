import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '@/db/embedded/embedded-postgres'
import { migrateDatabase } from '@/db/migrate'
import { env } from '@/lib/env'

declare module 'vitest' {
  export interface ProvidedContext {
    /** An address on the tests' server whose database is the template of all others. */
    templateUrl: string
  }
}

/** One Postgres for the whole run and in it one database with all migrations, which each test file gets a copy of. */
export default async function setUp(project: TestProject) {
  const given = env().testDatabaseUrl
  const server = given ? { url: given, stop: async () => {} } : await startOwnServer()
  const template = `courant_template_${randomBytes(6).toString('hex')}`
  const templateUrl = server.url.replace(/\/[^/]*$/, `/${template}`)
  const admin = postgres(server.url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${template}`)
  await migrateDatabase(templateUrl)
  project.provide('templateUrl', templateUrl)

  return async () => {
    await admin.unsafe(`drop database ${template} with (force)`)
    await admin.end()
    await server.stop()
  }
}

async function startOwnServer() {
  const folder = await mkdtemp(join(tmpdir(), 'courant-tests-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: false })
  const stop = async () => {
    await server.stop()
    for (const made of [server.folder, folder]) await rm(made, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}
