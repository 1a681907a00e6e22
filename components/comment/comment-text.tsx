import type { ReactNode } from 'react'
import { inOrder } from '@/components/article/in-order'
import { parseCommentText } from '@/domain/comment/text/comment-text'
import type { CommentBlock, Phrase } from '@/domain/comment/text/comment-tree'

/** A reader's words. Links say who wrote them, pass no credit on and keep the opener to themselves. */
export function CommentText({ source }: { source: string }) {
  return (
    <div className="comment-text" dir="auto">
      {drawBlocks(parseCommentText(source))}
    </div>
  )
}

const drawBlocks = (blocks: CommentBlock[]): ReactNode => inOrder(blocks.map(drawBlock))

function drawBlock(block: CommentBlock): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{drawPhrases(block.children)}</p>
    case 'quote':
      return <blockquote>{drawBlocks(block.children)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'list':
      return block.ordered ? <ol start={block.start}>{drawItems(block.items)}</ol> : <ul>{drawItems(block.items)}</ul>
  }
}

const drawItems = (items: CommentBlock[][]): ReactNode => inOrder(items.map(drawItem))

/** An item of one paragraph is that line alone. */
function drawItem(item: CommentBlock[]): ReactNode {
  const [first, ...rest] = item
  if (first?.kind !== 'paragraph') return <li>{drawBlocks(item)}</li>
  return (
    <li dir="auto">
      {drawPhrases(first.children)}
      {drawBlocks(rest)}
    </li>
  )
}

const drawPhrases = (phrases: Phrase[]): ReactNode => inOrder(phrases.map(drawPhrase))

function drawPhrase(phrase: Phrase): ReactNode {
  switch (phrase.kind) {
    case 'text':
      return phrase.text
    case 'break':
      return <br />
    case 'code':
      return <code>{phrase.text}</code>
    case 'emphasis':
      return <em>{drawPhrases(phrase.children)}</em>
    case 'strong':
      return <strong>{drawPhrases(phrase.children)}</strong>
    case 'link':
      return (
        <a href={phrase.href} rel="ugc nofollow noopener">
          {drawPhrases(phrase.children)}
        </a>
      )
  }
}
