import { articleWords } from '@/lib/words/article'

/** Who wrote it, each name leading to the author's page. */
export function Byline({ authors }: { authors: { slug: string; name: string }[] }) {
  if (authors.length === 0) return null
  return (
    <p className="byline">
      {articleWords.by}{' '}
      {authors.map((author, place) => (
        <span key={author.slug}>
          {place > 0 && ', '}
          <a href={`/authors/${author.slug}`} rel="author">
            {author.name}
          </a>
        </span>
      ))}
    </p>
  )
}
