import type { DeskVersion } from '@/db/queries/desk-articles'
import { versionPath } from '@/domain/article/desk-addresses'
import { newsroomWords } from '@/lib/words/newsroom'
import { Moment } from '../page/moment'

const words = newsroomWords.versions

type Props = { articleId: string; versions: DeskVersion[]; shownVersionId: string | null; isOut: boolean; now: Date }

/** Who saved what of an article, the latest first, and what of it readers were shown. */
export function VersionList({ articleId, versions, shownVersionId, isOut, now }: Props) {
  return (
    <section aria-labelledby="versions" className="desk-versions">
      <h2 id="versions">{words.title}</h2>
      <ol reversed start={versions[0]?.no}>
        {versions.map(({ id, no, headline, savedAt, savedBy, effectiveAt, isSubstantive }) => (
          <li key={id} value={no}>
            <a href={versionPath(articleId, no)}>{headline}</a>{' '}
            <small>
              {words.saved} <Moment at={savedAt} /> {words.by} {savedBy ?? words.nobody}
              {effectiveAt && (
                <>
                  , {effectiveAt > now ? words.toBeShown : words.shown} <Moment at={effectiveAt} />
                </>
              )}
              {!isSubstantive && `, ${words.minor}`}
              {isOut && id === shownVersionId && `, ${words.isShown}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
