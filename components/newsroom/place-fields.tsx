import { newsroomWords } from '@/lib/words/newsroom'
import { Labelled } from './labelled'
import type { Typed } from './typed'

const words = newsroomWords.form

export type Choices = {
  sections: { id: string; name: string }[]
  authors: { id: string; name: string }[]
  topics: string[]
  languages: { code: string; name: string }[]
}

/** Where the article stands, whose it is, and what may be done with it. */
export function PlaceFields({ values, faults, idOf, choices, isOut }: Typed & { choices: Choices; isOut: boolean }) {
  const about = (name: string) => ({ id: idOf(name), fault: faults[name] })
  return (
    <fieldset className="desk-placement">
      <legend className="visually-hidden">{words.section}</legend>
      {isOut && <p className="hint">{words.atOnce}</p>}
      <Labelled {...about('sectionId')} label={words.section}>
        {(field) => (
          // React puts a form back after its action, and of a select only what it was drawn with.
          <select {...field} key={values.sectionId} name="sectionId" defaultValue={values.sectionId}>
            <option value="">{words.chooseSection}</option>
            {choices.sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled {...about('newSection')} label={words.newSection}>
        {(field) => <input {...field} name="newSection" defaultValue={values.newSection} />}
      </Labelled>
      <Authors {...{ values, choices }} />
      <Labelled {...about('newAuthors')} label={words.newAuthors} hint={words.newAuthorsHint}>
        {(field) => <input {...field} name="newAuthors" defaultValue={values.newAuthors} />}
      </Labelled>
      <Labelled {...about('topics')} label={words.topics} hint={words.topicsHint}>
        {(field) => <input {...field} name="topics" defaultValue={values.topics} />}
      </Labelled>
      {choices.topics.length > 0 && (
        <details>
          <summary>{words.knownTopics}</summary>
          <p className="hint">{choices.topics.join(', ')}</p>
        </details>
      )}
      <Labelled {...about('language')} label={words.language}>
        {(field) => (
          <select {...field} key={values.language} name="language" defaultValue={values.language}>
            {choices.languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled {...about('slug')} label={words.slug} hint={words.slugHint}>
        {(field) => (
          <input {...field} name="slug" defaultValue={values.slug} autoCapitalize="none" spellCheck={false} />
        )}
      </Labelled>
      <label className="tick" key={`open ${values.commentsOpen}`}>
        <input type="checkbox" name="commentsOpen" defaultChecked={Boolean(values.commentsOpen)} /> {words.commentsOpen}
      </label>
    </fieldset>
  )
}

function Authors({ values, choices }: { values: Typed['values']; choices: Choices }) {
  const chosen = new Set(values.authorIds?.split(','))
  return (
    <fieldset className="desk-authors" key={values.authorIds}>
      <legend>{words.authors}</legend>
      {choices.authors.map(({ id, name }) => (
        <label className="tick" key={id}>
          <input type="checkbox" name="authorIds" value={id} defaultChecked={chosen.has(id)} /> {name}
        </label>
      ))}
    </fieldset>
  )
}
