import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { env } from '@/lib/env'
import { copyInto, type Table } from './copy'

/** Copies into a table of its own with one whole number and one text, and counts what is there. */
async function copied(rows: Table['rows']) {
  const sql = postgres(env().databaseUrl ?? '', { max: 1 })
  onTestFinished(() => sql.end())
  return sql.begin(async (tx) => {
    await tx`create temporary table copied (no integer, text text) on commit drop`
    const written = await copyInto(tx, { name: 'copied', columns: ['no', 'text'], rows }, () => {})
    const [row] = await tx<{ there: number }[]>`select count(*)::int as there from copied`
    return { written, there: row?.there }
  })
}

const long = 'Harbour\t\\'.repeat(2000)

function* numbered(count: number, last: string | number = count) {
  for (let no = 1; no < count; no++) yield [no, long] as const
  yield [last, long] as const
}

test('more than a connection takes at once is all there', async () => {
  for (let time = 0; time < 5; time++) {
    expect(await copied(() => numbered(1000))).toEqual({ written: 1000, there: 1000 })
  }
})

test.each([
  ['the last row', 3],
  ['a row after many', 1000],
])('that Postgres refuses %s is told, and nothing waits for ever', async (_, count) => {
  await expect(copied(() => numbered(count, 'no number'))).rejects.toThrow(/invalid input syntax|refused the rows/)
})

test('that Postgres refuses the first of many rows is told, and nothing waits for ever', async () => {
  const rows = () => [['no number', long] as const, ...numbered(1000)]
  await expect(copied(rows)).rejects.toThrow(/invalid input syntax|refused the rows/)
})
