import { FocusHere } from '@/components/form/focus-here.island'
import { FormToken } from '@/components/form/form-token.island'
import type { TiedAuthor } from '@/db/queries/tied-authors'
import type { MemberActor } from '@/domain/actor'
import { authorWords as words } from '@/lib/words/author'
import { DeskHeader } from './desk-header'
import { Labelled } from './labelled'

type Tie = (form: FormData) => Promise<void>
type Props = {
  actor: MemberActor
  authors: { id: string; name: string }[]
  tied: TiedAuthor[]
  said: keyof typeof words.said | undefined
  tie: Tie
}

/** Which authors have an account here, and a form to say so of another. */
export function TiedAuthors({ actor, authors, tied, said, tie }: Props) {
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="authors" />
      <h1>{words.title}</h1>
      {said && (
        <FocusHere>
          <p>{words.said[said]}</p>
        </FocusHere>
      )}
      <p className="desk-lead">{words.lead}</p>
      <TieForm authors={authors} tie={tie} />
      {tied.length === 0 ? <p className="empty">{words.none}</p> : <Table tied={tied} />}
    </main>
  )
}

function TieForm({ authors, tie }: Pick<Props, 'authors' | 'tie'>) {
  return (
    <form action={tie} className="desk-form">
      <FormToken />
      <Labelled id="authorId" label={words.author}>
        {(field) => (
          <select {...field} name="authorId" required>
            <option value="">{words.chooseAuthor}</option>
            {authors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled id="handle" label={words.handle} hint={words.handleHint}>
        {(field) => <input {...field} name="handle" autoCapitalize="none" spellCheck={false} maxLength={40} />}
      </Labelled>
      <button type="submit" className="button">
        {words.save}
      </button>
    </form>
  )
}

function Table({ tied }: Pick<Props, 'tied'>) {
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{words.author}</th>
          <th scope="col">{words.account}</th>
        </tr>
      </thead>
      <tbody>
        {tied.map(({ id, name, handle, memberName }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>
              <bdi>{memberName}</bdi> ({handle})
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
