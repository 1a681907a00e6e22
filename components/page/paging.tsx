import { siteWords } from '@/lib/words/site'

type Props = { page: number; pages: number; pathOf: (page: number) => string; label?: string; isFollowed?: boolean }

/** Numbered pages as plain links: the first, the last, and those around this one. Crawlers may be asked to leave them. */
export function Paging({ page, pages, pathOf, label = siteWords.pages, isFollowed = true }: Props) {
  if (pages <= 1) return null
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages]
  const numbers = [...new Set(near)].filter((n) => n >= 1 && n <= pages)
  return (
    <nav aria-label={label} className="paging">
      <ul>
        {numbers.map((n, place) => (
          <li key={n} className={n - (numbers[place - 1] ?? n - 1) > 1 ? 'after-gap' : undefined}>
            {n === page ? (
              <span aria-current="page">{siteWords.page(n)}</span>
            ) : (
              <a href={pathOf(n)} rel={relOf(n - page, isFollowed)}>
                {siteWords.page(n)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function relOf(step: number, isFollowed: boolean) {
  const kinds = [step === 1 && 'next', step === -1 && 'prev', !isFollowed && 'nofollow']
  return kinds.filter(Boolean).join(' ') || undefined
}
