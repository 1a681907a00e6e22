import type { Author } from '@/db/queries/authors'
import { siteWords } from '@/lib/words/site'

export function AuthorCard({ author }: { author: Author }) {
  return (
    <div className="author-card">
      {author.role && <p className="author-role">{author.role}</p>}
      {author.bio && <p>{author.bio}</p>}
      {author.contact && (
        <p>
          {siteWords.contact}: <a href={`mailto:${author.contact}`}>{author.contact}</a>
        </p>
      )}
    </div>
  )
}
