import type { Drawn } from '@/lib/viewer-answer'
import { parseCommentText } from './comment-text'
import type { CommentBlock, Phrase } from './comment-tree'

/** A comment's text for a script to draw, element by element as `CommentText` draws it. */
export const drawnText = (source: string): Drawn[] => parseCommentText(source).map(drawBlock)

function drawBlock(block: CommentBlock): Drawn {
  switch (block.kind) {
    case 'paragraph':
      return { tag: 'p', children: drawPhrases(block.children) }
    case 'quote':
      return { tag: 'blockquote', children: block.children.map(drawBlock) }
    case 'code':
      return { tag: 'pre', children: [{ tag: 'code', children: [block.text] }] }
    case 'list':
      return {
        tag: block.ordered ? 'ol' : 'ul',
        ...(block.ordered && { start: block.start }),
        children: block.items.map((item) => ({ tag: 'li', children: item.flatMap(drawInItem) })),
      }
  }
}

/** An item of one paragraph is that line alone. */
function drawInItem(block: CommentBlock, place: number): Drawn[] {
  return place === 0 && block.kind === 'paragraph' ? drawPhrases(block.children) : [drawBlock(block)]
}

const drawPhrases = (phrases: Phrase[]): Drawn[] => phrases.map(drawPhrase)

const tags = { emphasis: 'em', strong: 'strong', link: 'a' } as const

function drawPhrase(phrase: Phrase): Drawn {
  if (phrase.kind === 'text') return phrase.text
  if (phrase.kind === 'break') return { tag: 'br', children: [] }
  if (phrase.kind === 'code') return { tag: 'code', children: [phrase.text] }
  const children = drawPhrases(phrase.children)
  return { tag: tags[phrase.kind], ...(phrase.kind === 'link' && { href: phrase.href }), children }
}
