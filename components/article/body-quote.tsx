import type { BlockOf, Inline } from '@/domain/article/body/body'
import { inOrder } from './in-order'
import { InlineText } from './inline-text'

/** Somebody's words, and under them who said them, where that is known. */
export function BodyQuote({ quote }: { quote: BlockOf<'quote'> }) {
  const words = <blockquote>{inOrder(quote.paragraphs.map(drawParagraph))}</blockquote>
  if (!quote.attribution) return words
  return (
    <figure className="quote">
      {words}
      <figcaption>
        <InlineText content={quote.attribution} />
      </figcaption>
    </figure>
  )
}

function drawParagraph(content: Inline[]) {
  return (
    <p>
      <InlineText content={content} />
    </p>
  )
}
