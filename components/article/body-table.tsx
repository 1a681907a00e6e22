import type { BlockOf, Inline } from '@/domain/article/body/body'
import { textOf } from '@/domain/article/body/inline'
import { inOrder } from './in-order'
import { InlineText } from './inline-text'

/** A table in a frame that scrolls by itself where the page is narrow, with the keyboard too. */
export function BodyTable({ table }: { table: BlockOf<'table'> }) {
  return (
    <div className="table-frame" {...scrollable(nameOf(table))}>
      <table>
        {table.caption && (
          <caption>
            <InlineText content={table.caption} />
          </caption>
        )}
        {table.header.length > 0 && (
          <thead>
            <tr>{inOrder(table.header.map(drawHeader))}</tr>
          </thead>
        )}
        <tbody>{inOrder(table.rows.map(drawRow))}</tbody>
      </table>
    </div>
  )
}

/** A frame that scrolls must take the focus, and what takes the focus must have a role and a name. */
function scrollable(name: string) {
  return name === '' ? {} : { role: 'region', tabIndex: 0, 'aria-label': name }
}

function nameOf({ caption, header, rows }: BlockOf<'table'>) {
  return caption ? textOf(caption) : [header, rows[0] ?? []].flat().map(textOf).filter(Boolean).join(', ').slice(0, 100)
}

function drawHeader(cell: Inline[]) {
  if (cell.length === 0) return <td />
  return (
    <th scope="col">
      <InlineText content={cell} />
    </th>
  )
}

function drawRow(cells: Inline[][]) {
  return <tr>{inOrder(cells.map(drawCell))}</tr>
}

function drawCell(cell: Inline[]) {
  return (
    <td>
      <InlineText content={cell} />
    </td>
  )
}
