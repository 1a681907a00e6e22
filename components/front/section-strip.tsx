import type { ArticleCard as Card } from '@/db/queries/articles'
import { ArticleCard } from '../article/article-card'

type Props = { section: { slug: string; name: string }; cards: Card[] }

/** A section on the front page: its newest story with a picture, and beside it the next ones as lines. */
export function SectionStrip({ section: { slug, name }, cards: [first, ...others] }: Props) {
  if (!first) return null
  return (
    <section className="strip" aria-labelledby={`strip-${slug}`}>
      <h2 id={`strip-${slug}`}>
        <a href={`/sections/${slug}`}>{name}</a>
      </h2>
      <div className="strip-cards">
        <ArticleCard card={first} as={others.length > 0 ? 'card' : 'line'} showsSection={false} />
        {others.length > 0 && (
          <div className="strip-others">
            {others.map((card) => (
              <ArticleCard key={card.id} card={card} as="short" showsSection={false} />
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
