import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TransactionSql } from 'postgres'

type Value = string | number | null
export type Table = {
  name: string
  columns: readonly string[]
  rows: () => Iterable<readonly Value[]>
}

const chunkLength = 64 * 1024

/** Writes a table's rows with COPY, in chunks, no faster than Postgres takes them. Answers how many there were. */
export async function copyInto(tx: TransactionSql, table: Table, onRows: (written: number) => void) {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  let written = 0
  const stream = await tx.unsafe(`copy "${table.name}" (${columns}) from stdin`).writable()
  await pipeline(Readable.from(chunks()), stream)
  onRows(written)
  return written

  function* chunks() {
    let chunk = ''
    for (const row of table.rows()) {
      chunk += `${row.map(encoded).join('\t')}\n`
      written++
      if (chunk.length < chunkLength) continue
      yield Buffer.from(chunk)
      chunk = ''
      onRows(written)
    }
    if (chunk) yield Buffer.from(chunk)
  }
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** As COPY's text format has it. */
function encoded(value: Value) {
  if (value === null) return '\\N'
  return typeof value === 'number' ? value : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
}
