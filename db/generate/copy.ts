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
  const source = Readable.from(chunks())
  await Promise.race([pipeline(source, stream), answered(tx, source, table.name)])
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

/**
 * The driver never says that Postgres refused what was sent last, and would wait for ever: a question behind it is
 * answered in either case.
 */
function answered(tx: TransactionSql, source: Readable, name: string) {
  return new Promise<unknown>((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new Error(`Postgres refused the rows of ${name}; its own log says why`, { cause }))
    source.once('end', () => setImmediate(() => tx`select 1`.then(resolve, fail)))
  })
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** As COPY's text format has it. */
function encoded(value: Value) {
  if (value === null) return '\\N'
  return typeof value === 'number' ? value : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
}
