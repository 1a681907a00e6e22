import type { readFront } from '@/db/cached/articles'
import { siteWords } from '@/lib/words/site'
import { ArticleCard } from '../article/article-card'
import { LatestBriefs } from './latest-briefs'
import { SectionStrip } from './section-strip'

type Front = Awaited<ReturnType<typeof readFront>>

/** How many stories stand above the sections. */
const onTop = 7

export function FrontPage({ front: { latest, sections } }: { front: Front }) {
  const [lead, ...others] = latest
  return (
    <main id="text" className="front">
      <h1 className="visually-hidden">{siteWords.name}</h1>
      {lead ? (
        <>
          <div className="front-top">
            <ArticleCard card={lead} as="lead" heading="h2" isFirst />
            <Row name="front-seconds" as="second" cards={others.slice(0, 2)} />
          </div>
          <Row name="front-thirds" as="card" cards={others.slice(2, onTop - 1)} />
          <div className="front-rest">
            <LatestBriefs cards={latest.slice(onTop)} />
            {sections.map(({ section, cards }) => (
              <SectionStrip key={section.id} section={section} cards={cards} />
            ))}
          </div>
        </>
      ) : (
        <p className="empty">{siteWords.emptyFront}</p>
      )}
    </main>
  )
}

function Row({ name, as, cards }: { name: string; as: 'second' | 'card'; cards: Front['latest'] }) {
  if (cards.length === 0) return null
  return (
    <div className={name}>
      {cards.map((card) => (
        <ArticleCard key={card.id} card={card} as={as} heading="h2" isSmallOnPhone={as === 'card'} />
      ))}
    </div>
  )
}
