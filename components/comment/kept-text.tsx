import { commentWords } from '@/lib/words/comment'
import { siteWords } from '@/lib/words/site'

/** What somebody wrote about an article that has gone meanwhile, to be copied. */
export function KeptText({ text }: { text: string }) {
  return (
    <main id="text" className="sheet">
      <h1>{commentWords.keptHeading}</h1>
      <p className="refusal" role="alert">
        {commentWords.refusals['no-such-article']}
      </p>
      <p className="field">
        <label htmlFor="kept">{commentWords.keptLabel}</label>
        <textarea id="kept" className="kept" readOnly rows={12} value={text} />
      </p>
      <p>
        <a href="/">{siteWords.home}</a>
      </p>
    </main>
  )
}
