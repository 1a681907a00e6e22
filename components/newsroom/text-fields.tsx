import { newsroomWords } from '@/lib/words/newsroom'
import { Labelled } from './labelled'
import type { Typed } from './typed'

const words = newsroomWords.form

/** What the article says. */
export function TextFields({ values, faults, idOf }: Typed) {
  const about = (name: string) => ({ id: idOf(name), fault: faults[name] })
  return (
    <div className="desk-text">
      <Labelled {...about('kicker')} label={words.kicker} hint={words.kickerHint}>
        {(field) => <input {...field} name="kicker" defaultValue={values.kicker} dir="auto" />}
      </Labelled>
      <Labelled {...about('headline')} label={words.headline}>
        {(field) => (
          <input {...field} name="headline" defaultValue={values.headline} dir="auto" className="desk-headline" />
        )}
      </Labelled>
      <Labelled {...about('standfirst')} label={words.standfirst} hint={words.standfirstHint}>
        {(field) => <textarea {...field} name="standfirst" rows={3} defaultValue={values.standfirst} dir="auto" />}
      </Labelled>
      <Labelled {...about('body')} label={words.body} hint={words.bodyHint}>
        {(field) => (
          <textarea {...field} name="body" rows={24} defaultValue={values.body} dir="auto" className="desk-body" />
        )}
      </Labelled>
      <details>
        <summary>{words.notation}</summary>
        <dl className="desk-notation">
          {words.notationLines.map(([sign, meaning]) => (
            <div key={sign}>
              <dt>
                <code>{sign}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
