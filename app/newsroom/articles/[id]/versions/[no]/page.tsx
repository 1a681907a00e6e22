import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActorWhoMay } from '@/auth/session'
import { ArticleBody } from '@/components/article/article-body'
import { DeskHeader } from '@/components/newsroom/desk-header'
import { Moment } from '@/components/page/moment'
import { findVersion } from '@/db/queries/desk-articles'
import { parseBody } from '@/domain/article/body/body'
import { deskArticlePath, versionPath } from '@/domain/article/desk-addresses'
import { isId } from '@/lib/new-id'
import { pageNumber } from '@/lib/page-number'
import { newsroomWords } from '@/lib/words/newsroom'

export const instant = false
export const metadata: Metadata = { title: newsroomWords.versions.title, robots: { index: false, follow: false } }

const words = newsroomWords.versions

/** One version of an article as readers were, or would have been, shown it. */
export default async function Version({ params }: PageProps<'/newsroom/articles/[id]/versions/[no]'>) {
  const { id, no } = await params
  const number = no === '1' ? 1 : pageNumber(no)
  const actor = await requireActorWhoMay('article.write', number ? versionPath(id, number) : undefined)
  const version = number && isId(id) ? await findVersion(id, number) : undefined
  if (!version) notFound()
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} />
      <p>
        {words.no(version.no)}, {words.saved} <Moment at={version.savedAt} /> {words.by}{' '}
        {version.savedBy ?? words.nobody}. <a href={deskArticlePath(id)}>{words.back}</a>
      </p>
      <article className="article" lang={version.language === 'und' ? undefined : version.language}>
        <header className="article-header">
          {version.kicker && <p className="kicker">{version.kicker}</p>}
          <h1>{version.headline}</h1>
          {version.standfirst && <p className="standfirst">{version.standfirst}</p>}
        </header>
        <ArticleBody body={parseBody(version.body)} />
      </article>
    </main>
  )
}
