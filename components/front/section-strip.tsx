import type { ArticleCard as Card } from '@/db/queries/articles'
import { ArticleCard } from '../article/article-card'

type Props = { section: { slug: string; name: string }; cards: Card[] }

/** A section on the front page. Two or three stories stand side by side; of more, the first stands beside the others. */
export function SectionStrip({ section: { slug, name }, cards }: Props) {
  const beside = cards.length > 3 ? 1 : cards.length
  const as = cards.length === 1 ? 'line' : 'card'
  return (
    <section className="strip" aria-labelledby={`strip-${slug}`}>
      <h2 id={`strip-${slug}`}>
        <a href={`/sections/${slug}`}>{name}</a>
      </h2>
      <div className={`strip-cards strip-of-${Math.min(cards.length, 4)}`}>
        {cards.slice(0, beside).map((card, place) => (
          <ArticleCard
            key={card.id}
            card={card}
            as={as}
            showsSection={false}
            isSmallOnPhone={as === 'card' && place > 0}
          />
        ))}
        {beside < cards.length && (
          <div className="strip-others">
            {cards.slice(beside).map((card) => (
              <ArticleCard key={card.id} card={card} as="short" showsSection={false} />
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
