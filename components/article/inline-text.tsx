import type { ReactNode } from 'react'
import type { Inline } from '@/domain/article/body/body'
import { nestMarks, type Phrase } from '@/domain/article/body/phrase'
import { inOrder } from './in-order'

/** Runs of text with their marks. */
export function InlineText({ content }: { content: readonly Inline[] }) {
  return drawPhrases(nestMarks(content))
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
    case 'bold':
      return <strong>{drawPhrases(phrase.children)}</strong>
    case 'italic':
      return <em>{drawPhrases(phrase.children)}</em>
    case 'link':
      return (
        <a href={phrase.href} rel={relTo(phrase.href)}>
          {drawPhrases(phrase.children)}
        </a>
      )
  }
}

export const relTo = (href: string) => (/^https?:/i.test(href) ? 'noopener' : undefined)
