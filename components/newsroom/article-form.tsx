'use client'

import { useActionState, useId } from 'react'
import { type DeskState, editArticleAction } from '@/actions/article-actions'
import { ErrorSummary } from '@/components/form/error-summary'
import { FormToken } from '@/components/form/form-token.island'
import { deskArticlePath, newArticlePath } from '@/domain/article/desk-addresses'
import { newsroomWords } from '@/lib/words/newsroom'
import { ArticlePreview } from './article-preview'
import { Labelled } from './labelled'
import { PictureFields } from './picture-fields'
import { type Choices, PlaceFields } from './place-fields'
import { TextFields } from './text-fields'
import type { Typed } from './typed'
import { keepTyped } from './typed-text'

const words = newsroomWords.form
const idle: DeskState = { status: 'idle' }

type Props = {
  articleId: string
  basedOn: number
  /** What is saved of each field. */
  saved: Record<string, string>
  choices: Choices
  timeZone: string
  /** Readers can read it, or could before. */
  isOut: boolean
}

/** The form of an article. Whatever is wrong, it comes back as it was typed. */
export function ArticleForm({ articleId, basedOn, saved, choices, timeZone, isOut }: Props) {
  const [state, submit] = useActionState(
    editArticleAction,
    idle,
    basedOn === 0 ? newArticlePath : deskArticlePath(articleId),
  )
  const drawing = useId()
  const idOf = (field: string) => `${drawing}${field}`
  const values = state.status === 'idle' ? saved : { ...saved, ...state.kept }
  const faults = state.status === 'refused' ? (state.fields ?? {}) : {}
  return (
    <form
      id={idOf('form')}
      action={submit}
      onSubmit={(event) => keepTyped(event.currentTarget)}
      className="desk-form"
      aria-label={words.label}
      noValidate
    >
      {state.status === 'preview' ? (
        <ArticlePreview values={values} body={state.body} />
      ) : (
        <ErrorSummary state={state} idOf={idOf} />
      )}
      <FormToken />
      <input type="hidden" name="articleId" value={articleId} />
      <input type="hidden" name="basedOn" value={values.basedOn ?? basedOn} />
      {values.latestNo && <Over articleId={articleId} no={Number(values.latestNo)} />}
      <TextFields {...{ values, faults, idOf }} />
      <div className="desk-beside">
        <PlaceFields {...{ values, faults, idOf, choices, isOut }} />
        <PictureFields {...{ values, faults, idOf }} />
      </div>
      <Buttons {...{ values, faults, idOf, timeZone, isOut }} />
    </form>
  )
}

function Over({ articleId, no }: { articleId: string; no: number }) {
  return (
    <p className="notice">
      <a href={deskArticlePath(articleId)} target="_blank" rel="noopener">
        {words.seeVersion(no)}
      </a>{' '}
      <label className="tick">
        <input type="checkbox" name="over" value={no} /> {words.over(no)}
      </label>
    </p>
  )
}

function Buttons({ values, faults, idOf, timeZone, isOut }: Typed & { timeZone: string; isOut: boolean }) {
  return (
    <div className="desk-buttons">
      <p className="form-buttons">
        <button type="submit" name="intent" value="save" className="button">
          {words.save}
        </button>
        <button type="submit" name="intent" value="preview" className="button-quiet">
          {words.preview}
        </button>
        <button type="submit" name="intent" value="publish" className="button-quiet">
          {isOut ? words.publishChanges : words.publish}
        </button>
      </p>
      {isOut ? (
        <label className="tick" key={`minor ${values.isMinor}`}>
          <input type="checkbox" name="isMinor" defaultChecked={Boolean(values.isMinor)} /> {words.minor}
        </label>
      ) : (
        <div className="desk-schedule">
          <Labelled
            id={idOf('scheduleAt')}
            fault={faults.scheduleAt}
            label={words.scheduleAt}
            hint={words.zone(timeZone)}
          >
            {(field) => <input {...field} type="datetime-local" name="scheduleAt" defaultValue={values.scheduleAt} />}
          </Labelled>
          <button type="submit" name="intent" value="schedule" className="button-quiet">
            {words.schedule}
          </button>
        </div>
      )}
    </div>
  )
}
