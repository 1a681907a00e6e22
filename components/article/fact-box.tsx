import type { BlockOf } from '@/domain/article/body/body'
import { BodyList } from './body-list'
import { inOrder } from './in-order'
import { InlineText } from './inline-text'

export function FactBox({ box }: { box: BlockOf<'fact-box'> }) {
  return (
    <aside className="fact-box" aria-labelledby={`box-${box.id}`}>
      <h3 id={`box-${box.id}`}>{box.title}</h3>
      {inOrder(box.blocks.map(drawBlock))}
    </aside>
  )
}

function drawBlock(block: BlockOf<'fact-box'>['blocks'][number]) {
  if (block.type === 'list') return <BodyList list={block} />
  return (
    <p>
      <InlineText content={block.content} />
    </p>
  )
}
