import type { Element } from 'hast'
import type { Draft } from './block-ids'
import type { Inline } from './body'
import { bodyLimits } from './body-limits'
import { partChildren, property } from './element'
import { asInline, type Read } from './lines'

type Row = { cells: Inline[][]; isHeader: boolean; apart: Draft[] }

/** A table; one of a single column without header is layout, and its cells are read as text. */
export function readTable(element: Element, read: Read): Draft[] {
  const rows = rowsIn(element)
    .map((row) => readRow(row, read))
    .filter(({ cells, apart }) => cells.some(isFilled) || apart.length > 0)
  const width = Math.min(bodyLimits.columns, Math.max(0, ...rows.map(({ cells }) => cells.length)))
  const headed = rows[0]?.isHeader ? rows[0] : undefined
  if (width < 2 && !headed) return rowsIn(element).flatMap((row) => read(cellsIn(row).flatMap((cell) => cell.children)))
  const apart = rows.flatMap((row) => row.apart)
  const captions = partChildren(element, (child) => child.tagName === 'caption').found
  const caption = asInline(read(captions.flatMap((one) => one.children))).content
  const header = headed ? padded(headed.cells, width) : []
  const body = rows.slice(headed ? 1 : 0, bodyLimits.rows).map(({ cells }) => padded(cells, width))
  return [{ type: 'table', header, rows: body, ...(caption.length > 0 && { caption }) }, ...apart]
}

const isFilled = (cell: Inline[]) => cell.length > 0

function rowsIn(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsIn(child) : []
  })
}

const cellsIn = (row: Element) => partChildren(row, (child) => child.tagName === 'td' || child.tagName === 'th').found

function readRow(row: Element, read: Read): Row {
  const cells = cellsIn(row)
  const said = cells.map((cell) => ({ ...asInline(read(cell.children)), span: spanOf(cell) }))
  return {
    cells: said.flatMap(({ content, span }) => padded([content], span)),
    isHeader: cells.length > 0 && cells.every((cell) => cell.tagName === 'th'),
    apart: said.flatMap(({ apart }) => apart),
  }
}

function spanOf(cell: Element) {
  const span = Number(property(cell, 'colSpan') ?? 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, bodyLimits.columns) : 1
}

function padded(cells: Inline[][], width: number): Inline[][] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? [])
}
