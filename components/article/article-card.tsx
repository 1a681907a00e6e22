import type { ArticleCard as Card } from '@/db/queries/articles'
import { articlePath } from '@/domain/comment/addresses'
import { openingOf } from '@/lib/opening'
import { articleWords } from '@/lib/words/article'
import { siteWords } from '@/lib/words/site'
import { Moment } from '../page/moment'
import { ArticlePicture } from './article-picture'

type Props = {
  card: Card
  /**
   * How it stands on its page: the lead, one of the first few, a plain card, a line in a list, a line without more
   * than its headline, or the headline alone.
   */
  as: 'lead' | 'second' | 'card' | 'line' | 'short' | 'brief'
  heading?: 'h2' | 'h3'
  isFirst?: boolean
  showsSection?: boolean
  /** Whether its picture is a small one beside the words where there is no room for columns: styles/front.css. */
  isSmallOnPhone?: boolean
}

const sizes = {
  lead: '(min-width: 64rem) 48rem, 100vw',
  second: '(min-width: 64rem) 29rem, (min-width: 40rem) 50vw, 100vw',
  card: '(min-width: 64rem) 17rem, (min-width: 40rem) 50vw, 100vw',
  small: '(min-width: 64rem) 17rem, (min-width: 40rem) 50vw, 7rem',
  line: '(min-width: 38rem) 9rem, 6rem',
  short: '6rem',
}

export function ArticleCard({
  card,
  as,
  heading: Heading = 'h3',
  isFirst,
  showsSection = true,
  isSmallOnPhone,
}: Props) {
  const isShort = as === 'short' || as === 'brief'
  const label = articleWords.labels[card.label]
  // The section's own name stands above its list already.
  const isSaid = !showsSection && label === card.sectionName
  const kicker = (isSaid ? '' : label) || card.kicker || (showsSection ? card.sectionName : '')
  const summary = card.standfirst || openingOf(card.opening)
  return (
    <article className={`card card-${as}`} lang={card.language === 'und' ? undefined : card.language}>
      {card.picture && as !== 'brief' && (
        <ArticlePicture
          picture={card.picture}
          sizes={sizes[isSmallOnPhone ? 'small' : as]}
          isFirst={isFirst ?? false}
          alt=""
        />
      )}
      <div className="card-text">
        {kicker && <p className="kicker">{kicker}</p>}
        <Heading className="card-headline">
          <a href={articlePath(card.slug)}>{card.headline}</a>
        </Heading>
        {summary && !isShort && <p className="card-standfirst">{summary}</p>}
        <p className="card-foot">
          {card.bylines.length > 0 && !isShort && <span>{card.bylines.map((byline) => byline.name).join(', ')}</span>}
          <Moment at={card.publishedAt} style="short" />
          {card.comments > 0 && <span>{siteWords.comments(card.comments)}</span>}
        </p>
      </div>
    </article>
  )
}
