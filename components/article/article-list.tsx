import type { ReactNode } from 'react'
import type { ArticleCard as Card } from '@/db/queries/articles'
import { siteWords } from '@/lib/words/site'
import { Paging } from '../page/paging'
import { ArticleCard } from './article-card'

type Props = {
  heading: string
  children?: ReactNode
  list: { cards: Card[]; pages: number }
  page: number
  /** The address of the first page; page N is at `…/N`. */
  path: string
  showsSection?: boolean
}

/** A page of a section, topic, author or month. */
export function ArticleList({ heading, children, list: { cards, pages }, page, path, showsSection = true }: Props) {
  return (
    <main id="text" className="article-list">
      <header className="list-header">
        <h1>{heading}</h1>
        {children}
        {page > 1 && <p className="list-page">{siteWords.pageOf(page, pages)}</p>}
      </header>
      {cards.length === 0 && <p className="empty">{siteWords.empty}</p>}
      <ol className="list">
        {cards.map((card, place) => (
          <li key={card.id}>
            <ArticleCard
              card={card}
              as={place === 0 && page === 1 ? 'second' : 'line'}
              heading="h2"
              isFirst={place === 0}
              showsSection={showsSection}
            />
          </li>
        ))}
      </ol>
      <Paging page={page} pages={pages} pathOf={(n) => (n === 1 ? path : `${path}/${n}`)} />
    </main>
  )
}
