import type { readFront } from '@/db/cached/articles'
import { siteWords } from '@/lib/words/site'
import { ArticleCard } from '../article/article-card'

type Front = Awaited<ReturnType<typeof readFront>>

export function FrontPage({ front: { latest, sections } }: { front: Front }) {
  const [lead, ...others] = latest
  return (
    <main id="text" className="front">
      <h1 className="visually-hidden">{siteWords.name}</h1>
      {lead ? (
        <>
          <div className="front-top">
            <ArticleCard card={lead} as="lead" heading="h2" isFirst />
            <div className="front-seconds">
              {others.slice(0, 2).map((card) => (
                <ArticleCard key={card.id} card={card} as="second" heading="h2" />
              ))}
            </div>
            <div className="front-thirds">
              {others.slice(2, 6).map((card) => (
                <ArticleCard key={card.id} card={card} as="card" heading="h2" />
              ))}
            </div>
          </div>
          <div className="front-rest">
            <div className="front-sections">
              {sections.map(({ section, cards }) => (
                <section key={section.id} className="strip" aria-labelledby={`strip-${section.slug}`}>
                  <h2 id={`strip-${section.slug}`}>
                    <a href={`/sections/${section.slug}`}>{section.name}</a>
                  </h2>
                  <div className="strip-cards">
                    {cards.map((card) => (
                      <ArticleCard key={card.id} card={card} as="card" showsSection={false} />
                    ))}
                  </div>
                </section>
              ))}
            </div>
            {others.length > 6 && (
              <aside className="front-latest" aria-labelledby="latest">
                <h2 id="latest">{siteWords.latest}</h2>
                {others.slice(6).map((card) => (
                  <ArticleCard key={card.id} card={card} as="line" />
                ))}
                <p>
                  <a href="/archive">{siteWords.archive}</a>
                </p>
              </aside>
            )}
          </div>
        </>
      ) : (
        <p className="empty">{siteWords.emptyFront}</p>
      )}
    </main>
  )
}
