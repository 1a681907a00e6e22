import { type MemberActor, may } from '@/domain/actor'
import { authorsPath, listPath, newArticlePath } from '@/domain/article/desk-addresses'
import { jobsPath } from '@/domain/job/addresses'
import { authorWords } from '@/lib/words/author'
import { jobWords } from '@/lib/words/job'
import { newsroomWords as words } from '@/lib/words/newsroom'

/** The way between the pages of the desk, and who sits at it. */
export function DeskHeader({ actor, at }: { actor: MemberActor; at?: 'articles' | 'new' | 'authors' | 'jobs' }) {
  return (
    <header className="desk-header">
      <nav aria-label={words.desk}>
        <ul>
          <li>
            <a href={listPath({ list: 'drafts' })} aria-current={at === 'articles' ? 'page' : undefined}>
              {words.articles}
            </a>
          </li>
          <li>
            <a href={newArticlePath} aria-current={at === 'new' ? 'page' : undefined}>
              {words.newArticle}
            </a>
          </li>
          {may(actor, 'author.tie') && (
            <li>
              <a href={authorsPath} aria-current={at === 'authors' ? 'page' : undefined}>
                {authorWords.desk}
              </a>
            </li>
          )}
          {may(actor, 'jobs.see') && (
            <li>
              <a href={jobsPath} aria-current={at === 'jobs' ? 'page' : undefined}>
                {jobWords.desk}
              </a>
            </li>
          )}
          <li>
            <a href="/">{words.site}</a>
          </li>
          <li>
            <a href="/account">{words.account}</a>
          </li>
        </ul>
      </nav>
      <p className="desk-person">{words.signedInAs(actor.name)}</p>
    </header>
  )
}
