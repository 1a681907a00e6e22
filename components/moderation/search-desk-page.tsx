import type { MemberActor } from '@/domain/actor'
import { casePath, searchDeskPath, searchDeskPathOf } from '@/domain/moderation/addresses'
import { standings } from '@/domain/moderation/reasons'
import type { FoundAtDesk } from '@/domain/moderation/search-desk'
import type { SearchDeskQuestion } from '@/domain/moderation/search-desk-question'
import { deskWords } from '@/lib/words/desk'
import { moderationWords } from '@/lib/words/moderation'
import { CommentPlace, DeskComment, StandingLine } from './desk-comment'
import { DeskHeader } from './desk-header'
import { nameOf } from './name-of'

const words = deskWords.search

type Props = { actor: MemberActor; question: SearchDeskQuestion; found: FoundAtDesk | undefined }

/** Every comment that fits, whatever its standing, with the way to decide about it. */
export function SearchDeskPage({ actor, question, found }: Props) {
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="search" />
      <h1>{words.title}</h1>
      <p className="desk-lead">{words.lead}</p>
      <SearchFields question={question} />
      {!found && <p className="empty">{words.nothingAsked}</p>}
      {found?.comments.length === 0 && <p className="empty">{found.isCut ? words.cut : words.none}</p>}
      <ol className="latest-comments">
        {found?.comments.map((comment) => (
          <li key={comment.id}>
            <CommentPlace comment={comment} />
            <StandingLine comment={comment} />
            <DeskComment comment={comment} />
            <p>
              <a href={casePath(comment.id)} aria-label={moderationWords.contextOf(nameOf(comment))}>
                {moderationWords.context}
              </a>
            </p>
          </li>
        ))}
      </ol>
      {found?.next && (
        <p className="paging">
          <a href={searchDeskPathOf({ ...question, after: found.next })} rel="next">
            {found.isCut ? deskWords.lookOn : deskWords.next}
          </a>
        </p>
      )}
    </main>
  )
}

function SearchFields({ question: { q, author, standing, from, until } }: Pick<Props, 'question'>) {
  return (
    <form action={searchDeskPath} method="get" className="queue-filter">
      <fieldset>
        <legend className="visually-hidden">{words.title}</legend>
        <Line name="q" label={words.words} value={q} />
        <Line name="author" label={words.author} value={author} hint={words.authorHint} />
        <div className="field">
          <label htmlFor="standing">{words.standing}</label>
          <select id="standing" name="standing" defaultValue={standing ?? ''}>
            <option value="">{words.everyStanding}</option>
            {standings.map((one) => (
              <option key={one} value={one}>
                {moderationWords.standings[one]}
              </option>
            ))}
          </select>
        </div>
        <Line name="from" label={words.from} value={from} type="date" />
        <Line name="until" label={words.until} value={until} type="date" />
        <button type="submit" className="button">
          {words.submit}
        </button>
      </fieldset>
    </form>
  )
}

type LineProps = { name: string; label: string; value: string | undefined; hint?: string; type?: 'text' | 'date' }

function Line({ name, label, value, hint, type = 'text' }: LineProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        aria-describedby={hint ? `${name}-hint` : undefined}
        autoComplete="off"
      />
    </div>
  )
}
