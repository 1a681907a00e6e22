import { DrizzleQueryError } from 'drizzle-orm/errors'
import { PgPreparedQuery } from 'drizzle-orm/pg-core'
import type { PostgresError } from 'postgres'

// drizzle writes the values of a failed query into its error, and Postgres those of the row. They are what people
// typed, and errors end in logs; so they are taken out where every query passes. drizzle has no seam for it.
const run: (...given: unknown[]) => Promise<unknown> = Reflect.get(PgPreparedQuery.prototype, 'queryWithCache')

Reflect.set(PgPreparedQuery.prototype, 'queryWithCache', async function (this: unknown, ...given: unknown[]) {
  try {
    return await run.apply(this, given)
  } catch (error) {
    throw withoutValues(error)
  }
})

/** The same error, telling the statement and the constraint, and none of the values. */
function withoutValues(error: unknown) {
  if (!(error instanceof DrizzleQueryError)) return error
  const frames = error.stack?.slice(error.stack.indexOf('\n    at ')) ?? ''
  error.params = []
  error.message = `Failed query: ${error.query}`
  error.stack = `${error.name}: ${error.message}${frames}`
  if (isOfPostgres(error.cause)) error.cause = quiet(error.cause)
  return error
}

const isOfPostgres = (cause: unknown): cause is PostgresError =>
  cause instanceof Error && cause.name === 'PostgresError'

/** Postgres's own fields that name things of the schema, and its code; its other ones quote values. */
function quiet({
  name,
  message,
  stack,
  code,
  severity,
  routine,
  constraint_name,
  table_name,
  column_name,
}: PostgresError) {
  return Object.assign(new Error(message), {
    name,
    stack,
    code,
    severity,
    routine,
    constraint_name,
    table_name,
    column_name,
  })
}
