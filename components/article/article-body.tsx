import type { ReactNode } from 'react'
import type { Block, Body } from '@/domain/article/body/body'
import { BodyFigure } from './body-figure'
import { BodyList } from './body-list'
import { BodyQuote } from './body-quote'
import { BodyTable } from './body-table'
import { FactBox } from './fact-box'
import { inOrder } from './in-order'
import { InlineText, relTo } from './inline-text'

/** The text of an article. What this version of the site does not know is drawn as nothing. */
export function ArticleBody({ body }: { body: Body }) {
  return <div className="article-body">{inOrder(body.blocks.map(drawBlock))}</div>
}

function drawBlock(block: Block): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineText content={block.content} />
        </p>
      )
    case 'heading': {
      const Heading = `h${block.level}` as const
      return (
        <Heading id={`part-${block.id}`}>
          <InlineText content={block.content} />
        </Heading>
      )
    }
    case 'list':
      return <BodyList list={block} />
    case 'quote':
      return <BodyQuote quote={block} />
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'image':
      return <BodyFigure image={block} />
    case 'table':
      return <BodyTable table={block} />
    case 'fact-box':
      return <FactBox box={block} />
    case 'embed':
      return (
        <p className="embed">
          <a href={block.url} rel={relTo(block.url)}>
            {block.title}
          </a>
        </p>
      )
    case 'divider':
      return <hr />
    case 'unknown':
      return null
  }
}
