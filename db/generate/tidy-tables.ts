import { db } from '../client'

/** Lets Postgres know what a large change has left, so that the next question is answered well. */
export async function tidyTables(names: string[]) {
  const connection = await db.$client.reserve()
  try {
    await connection.unsafe('set statement_timeout = 0')
    for (const name of names) await connection.unsafe(`vacuum (analyze) "${name}"`)
    await connection.unsafe('reset statement_timeout')
  } finally {
    connection.release()
  }
}
