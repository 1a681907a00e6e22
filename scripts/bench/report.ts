/** One line of a table: what was measured, and where something is promised about it, whether that held. */
export type Finding = { what: string; measured: string; promised?: string; holds?: boolean }

/** What one part of the benchmarks found. `notes` are sentences that came out of the measuring. */
export type Chapter = { title: string; about: string; findings: Finding[]; notes: string[] }

const heads = ['what', 'measured', 'promised', 'held']

/** A table of Markdown, which a person can read in a terminal as well. */
export function table(rows: readonly (readonly string[])[]) {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(3, ...cells.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) => `| ${widths.map((width, no) => (row[no] ?? '').padEnd(width)).join(' | ')} |`
  const [head = [], ...body] = cells
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n')
}

export function findingsTable(findings: readonly Finding[]) {
  const rows = findings.map(({ what, measured, promised, holds }) => [
    what,
    measured,
    promised ?? '',
    holds === undefined ? '' : holds ? 'yes' : 'no',
  ])
  return table([heads, ...rows])
}

/** The whole document. The facts are of the run: when, on what, with what. */
export function benchmarksDocument(facts: readonly (readonly [string, string])[], chapters: readonly Chapter[]) {
  const parts = chapters.map(({ title, about, findings, notes }) =>
    [`## ${title}`, about, findingsTable(findings), ...notes].join('\n\n'),
  )
  return `${[
    '# Benchmarks',
    'Written by `npm run bench`: every number below comes from that one run. The command runs it again on your machine.',
    table([['the run', ''], ...facts]),
    ...parts,
  ].join('\n\n')}\n`
}

export const isBroken = ({ holds }: Finding) => holds === false
