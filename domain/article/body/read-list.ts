import type { Element } from 'hast'
import type { Draft } from './block-ids'
import type { BlockOf, Inline, ListItem } from './body'
import { bodyLimits } from './body-limits'
import { property } from './element'
import { asInline, type Read } from './lines'

type List = Draft<BlockOf<'list'>>

/**
 * A list of one level and one below; what nests deeper joins the lower one. A picture, a table or code
 * in an item stands after it, and the list goes on behind with the next number.
 */
export function readList(element: Element, read: Read): Draft[] {
  const ordered = element.tagName === 'ol'
  const first = firstNumber(element)
  const blocks: Draft[] = []
  let items: ListItem[] = []
  let number = first
  const endList = () => {
    if (items.length > 0) blocks.push(listOf(ordered, number, items))
    number += items.length
    items = []
  }
  for (const entry of entriesOf(element)) {
    const { item, apart } = readItem(entry, read)
    if (item) items.push(item)
    if (apart.length > 0 || items.length === bodyLimits.rows) endList()
    blocks.push(...apart)
  }
  endList()
  return blocks
}

function firstNumber(element: Element) {
  const start = Number(property(element, 'start') ?? 1)
  return Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1
}

function listOf(ordered: boolean, start: number, items: ListItem[]): List {
  return { type: 'list', ordered, ...(ordered && start !== 1 && { start }), items }
}

/** Items, and the lists that some put between items instead of inside the one before. */
function entriesOf(element: Element) {
  const entries: Element[] = []
  for (const child of element.children) {
    if (child.type !== 'element') continue
    const last = entries.at(-1)
    if (child.tagName === 'li' || !last) entries.push(child)
    else entries[entries.length - 1] = { ...last, children: [...last.children, child] }
  }
  return entries
}

function readItem(entry: Element, read: Read): { item: ListItem | undefined; apart: Draft[] } {
  const blocks = read(entry.tagName === 'li' ? entry.children : [entry])
  const lists = blocks.filter((block) => block.type === 'list')
  const { content, apart } = asInline(blocks.filter((block) => block.type !== 'list'))
  const below = lists.flatMap((list) => list.items.flatMap(flat)).filter((line) => line.length > 0)
  const list =
    below.length > 0 ? { ordered: lists[0]?.ordered ?? false, items: below.slice(0, bodyLimits.rows) } : undefined
  if (content.length === 0 && !list) return { item: undefined, apart }
  return { item: { content, ...(list && { list }) }, apart }
}

const flat = (item: ListItem): Inline[][] => [item.content, ...(item.list?.items ?? [])]
