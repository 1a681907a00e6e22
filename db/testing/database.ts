import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { addToEnvironment } from '@/lib/env'

// Each test file begins with a database of its own, copied from the migrated template, before it imports anything.
const templateUrl = inject('templateUrl')
const template = new URL(templateUrl).pathname.slice(1)
const name = `courant_test_${randomBytes(8).toString('hex')}`
const serverUrl = templateUrl.replace(/\/[^/]*$/, '/postgres')

await asAdmin(`create database ${name} template ${template} strategy file_copy`)
addToEnvironment({ DATABASE_URL: templateUrl.replace(/\/[^/]*$/, `/${name}`) })

// Ends the connections of the file's own pool too, so that nothing keeps the worker alive.
afterAll(() => asAdmin(`drop database ${name} with (force)`))

async function asAdmin(statement: string) {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(statement)
  await admin.end()
}
