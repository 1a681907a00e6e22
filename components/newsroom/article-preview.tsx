import { ArticleBody } from '@/components/article/article-body'
import type { Body } from '@/domain/article/body/body'
import { newsroomWords } from '@/lib/words/newsroom'

const words = newsroomWords.form

/** What is typed, as readers will see it. */
export function ArticlePreview({ values, body }: { values: Record<string, string>; body: Body }) {
  return (
    <section aria-labelledby="preview" className="desk-preview">
      <h2 id="preview">{words.previewTitle}</h2>
      <p role="status">{words.previewLead}</p>
      <article className="article" lang={values.language === 'und' ? undefined : values.language}>
        <header className="article-header">
          {values.kicker && <p className="kicker">{values.kicker}</p>}
          <p className="preview-headline">{values.headline}</p>
          {values.standfirst && <p className="standfirst">{values.standfirst}</p>}
          {values.pictureId && !values.removePicture && (
            <figure className="lead-picture">
              <img src={`/media/${values.pictureId}`} alt={values.alt} />
              <figcaption>
                {values.pictureCaption} <small>{values.credit}</small>
              </figcaption>
            </figure>
          )}
        </header>
        <ArticleBody body={body} />
      </article>
    </section>
  )
}
