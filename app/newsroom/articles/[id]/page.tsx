import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { FocusHere } from '@/components/form/focus-here.island'
import { ArticleForm } from '@/components/newsroom/article-form'
import { ArticleState } from '@/components/newsroom/article-state'
import { DeskHeader } from '@/components/newsroom/desk-header'
import { VersionList } from '@/components/newsroom/version-list'
import { WithdrawForm } from '@/components/newsroom/withdraw-form'
import { listAuthorsOf, listTopicsOf } from '@/db/queries/articles'
import { findDeskArticle, listVersions } from '@/db/queries/desk-articles'
import { deskArticlePath } from '@/domain/article/desk-addresses'
import { readChoices } from '@/domain/article/form-choices'
import { valuesOf } from '@/domain/article/form-values'
import { wasEverOut } from '@/domain/article/when-out'
import { env } from '@/lib/env'
import { isId } from '@/lib/new-id'
import { newsroomWords } from '@/lib/words/newsroom'
import { wallTime } from '@/lib/zoned-time'

export const instant = false
export const metadata: Metadata = { title: newsroomWords.title, robots: { index: false, follow: false } }

const versionsShown = 50

export default async function DeskArticle({ params, searchParams }: PageProps<'/newsroom/articles/[id]'>) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const actor = await requireActorWhoMay('article.write', deskArticlePath(id))
  const article = isId(id) ? await findDeskArticle(id) : undefined
  if (!article) notFound()

  const now = new Date()
  const wasOut = wasEverOut(article, now)
  const isOut = wasOut && article.state === 'published'
  const [authors, topics, versions] = await Promise.all([
    listAuthorsOf(id),
    listTopicsOf(id),
    listVersions(id, versionsShown),
  ])
  const { siteLanguage, timeZone } = env()
  const isScheduled = article.state === 'published' && !wasOut && article.publishedAt
  const scheduleAt = isScheduled ? wallTime(isScheduled, timeZone) : ''
  return (
    <OwnForms>
      <main id="text" className="desk">
        <DeskHeader actor={actor} />
        <Told asked={asked} />
        <h1 dir="auto">{article.headline}</h1>
        <ArticleState article={article} isOut={isOut} wasOut={wasOut} />
        <ArticleForm
          // Anew after each success. Nothing that a refused form changes: without scripts React finds its state by the key.
          key={`${asked.at}`}
          articleId={id}
          basedOn={article.versionNo}
          saved={{ ...valuesOf(article, authors, topics), scheduleAt }}
          choices={await readChoices(siteLanguage)}
          timeZone={timeZone}
          isOut={wasOut}
        />
        {article.state === 'published' && <WithdrawForm articleId={id} key={`withdraw ${asked.at}`} />}
        <VersionList {...{ articleId: id, versions, shownVersionId: article.shownVersionId, isOut, now }} />
      </main>
    </OwnForms>
  )
}

const said: Record<string, string | undefined> = newsroomWords.said
const refusals: Record<string, string | undefined> = newsroomWords.refusals

/** What the form before did, or why only its text was saved. */
function Told({ asked }: { asked: Record<string, string | string[] | undefined> }) {
  const done = said[String(asked.said)]
  const refused = refusals[String(asked.refused)]
  if (refused)
    return (
      <FocusHere key={`${asked.at}`} className="error-summary">
        <p role="alert">{refused}</p>
      </FocusHere>
    )
  return done ? (
    <FocusHere key={`${asked.at}`}>
      <p role="status">{done}</p>
    </FocusHere>
  ) : null
}
