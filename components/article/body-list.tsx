import type { BlockOf, Inline, ListItem } from '@/domain/article/body/body'
import { inOrder } from './in-order'
import { InlineText } from './inline-text'

export function BodyList({ list }: { list: BlockOf<'list'> }) {
  const items = inOrder(list.items.map(drawItem))
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>
}

function drawItem({ content, list }: ListItem) {
  const below = list && inOrder(list.items.map(drawLine))
  return (
    <li>
      <InlineText content={content} />
      {below && (list.ordered ? <ol>{below}</ol> : <ul>{below}</ul>)}
    </li>
  )
}

function drawLine(content: Inline[]) {
  return (
    <li>
      <InlineText content={content} />
    </li>
  )
}
