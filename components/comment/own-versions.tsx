import type { OwnVersion } from '@/db/queries/own-comments'
import { commentWords } from '@/lib/words/comment'
import { Moment } from '../page/moment'
import { CommentText } from './comment-text'

/** What an author's own comment said before it was changed. Nobody else is shown it but moderators. */
export function OwnVersions({ versions = [] }: { versions: OwnVersion[] | undefined }) {
  if (versions.length === 0) return null
  return (
    <details className="own-versions">
      <summary>{commentWords.versions(versions.length)}</summary>
      <ol>
        {versions.map(({ no, text, createdAt }) => (
          <li key={no}>
            <Moment at={createdAt} />
            <CommentText source={text} />
          </li>
        ))}
      </ol>
    </details>
  )
}
