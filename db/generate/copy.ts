import type { Writable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
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
  const broken = new Promise<never>((_, reject) => stream.once('error', reject))
  await Promise.race([send(), broken])
  onRows(written)
  return written

  async function send() {
    for (const chunk of chunks()) await flush(stream, chunk)
    stream.end()
    await answer(tx, table.name)
  }

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

/** Until it has gone out: what the driver says next would else be said in the midst of the rows. */
function flush(stream: Writable, chunk: Buffer) {
  return new Promise<void>((resolve, reject) => stream.write(chunk, (fault) => (fault ? reject(fault) : resolve())))
}

/**
 * The driver never says that Postgres refused what was sent last, and would wait for ever: a question behind it is
 * answered in either case. It has to stand behind the end of the rows, which goes out within this turn.
 */
async function answer(tx: TransactionSql, name: string) {
  await turn()
  await tx`select 1`.catch((cause) => {
    throw new Error(`Postgres refused the rows of ${name}; its own log says why`, { cause })
  })
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** As COPY's text format has it. */
function encoded(value: Value) {
  if (value === null) return '\\N'
  return typeof value === 'number' ? value : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
}
