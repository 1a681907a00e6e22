import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { z } from 'zod'
import { env } from '@/lib/env'
import type { Db } from '../client'
import * as schema from '../schema'

const node = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number().default(0),
  'Actual Loops': z.number().default(0),
  'Rows Removed by Filter': z.number().default(0),
  'Rows Removed by Index Recheck': z.number().default(0),
  get Plans() {
    return z.array(node).optional()
  },
})

type Node = z.infer<typeof node>

const explained = z.tuple([z.looseObject({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })])

/**
 * What Postgres does with comments, or with the tables of another name, for the statements that some work asks it: which of their tables it reads whole, and
 * how many rows it looks at. It may read whole what is small here, such as the members.
 */
export async function planOf(work: (on: Db) => Promise<unknown>, tables = 'comment') {
  const client = postgres(env().databaseUrl ?? '', { max: 1, fetch_types: false })
  const asked: { text: string; values: unknown[] }[] = []
  const logger = { logQuery: (text: string, values: unknown[]) => void asked.push({ text, values }) }
  try {
    await work(drizzle(client, { schema, casing: 'snake_case', logger }))
    const nodes: Node[] = []
    for (const { text, values } of asked) nodes.push(...(await explain(client, text, values)))
    const scans = nodes.filter((one) => one['Relation Name']?.startsWith(tables))
    return {
      statements: asked.length,
      wholeTables: scans.filter((one) => one['Node Type'] === 'Seq Scan').map((one) => one['Relation Name']),
      rows: scans.reduce((sum, one) => sum + rowsOf(one), 0),
    }
  } finally {
    await client.end()
  }
}

async function explain(client: postgres.Sql, text: string, values: unknown[]) {
  const rows = await client.unsafe(
    `explain (analyze, format json) ${text}`,
    values as postgres.ParameterOrJSON<never>[],
  )
  return below(explained.parse([...rows])[0]['QUERY PLAN'][0].Plan)
}

const below = (one: Node): Node[] => [one, ...(one.Plans ?? []).flatMap(below)]

const rowsOf = (one: Node) =>
  (one['Actual Rows'] + one['Rows Removed by Filter'] + one['Rows Removed by Index Recheck']) * one['Actual Loops']
