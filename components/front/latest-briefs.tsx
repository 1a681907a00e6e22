import type { ArticleCard as Card } from '@/db/queries/articles'
import { siteWords } from '@/lib/words/site'
import { ArticleCard } from '../article/article-card'

/** What came out lately and stands in no place of its own above. */
export function LatestBriefs({ cards }: { cards: Card[] }) {
  if (cards.length === 0) return null
  return (
    <aside className="front-latest" aria-labelledby="latest">
      <h2 id="latest">{siteWords.latest}</h2>
      {cards.map((card) => (
        <ArticleCard key={card.id} card={card} as="brief" />
      ))}
      <p>
        <a href="/archive">{siteWords.archive}</a>
      </p>
    </aside>
  )
}
