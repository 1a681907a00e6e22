import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { ArticleForm } from '@/components/newsroom/article-form'
import { DeskHeader } from '@/components/newsroom/desk-header'
import { newArticlePath } from '@/domain/article/desk-addresses'
import { readChoices } from '@/domain/article/form-choices'
import { valuesOfNew } from '@/domain/article/form-values'
import { languageOf } from '@/domain/article/languages'
import { env } from '@/lib/env'
import { newId } from '@/lib/new-id'
import { newsroomWords } from '@/lib/words/newsroom'

export const instant = false
export const metadata: Metadata = { title: newsroomWords.newArticle, robots: { index: false, follow: false } }

export default async function NewArticle() {
  const actor = await requireActorWhoMay('article.write', newArticlePath)
  const { siteLanguage, timeZone } = env()
  return (
    <OwnForms>
      <main id="text" className="desk">
        <DeskHeader actor={actor} at="new" />
        <h1>{newsroomWords.newArticle}</h1>
        <ArticleForm
          articleId={newId()}
          basedOn={0}
          saved={valuesOfNew(languageOf(siteLanguage))}
          choices={await readChoices(siteLanguage)}
          timeZone={timeZone}
          isOut={false}
        />
      </main>
    </OwnForms>
  )
}
