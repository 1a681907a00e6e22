import type { WordList } from '@/db/queries/word-lists'
import type { MemberActor } from '@/domain/actor'
import { listPath } from '@/domain/word-filter/addresses'
import { mostTerms } from '@/domain/word-filter/word-list-input'
import { filterWords as words } from '@/lib/words/filter'
import { DeskHeader } from './desk-header'
import { AddListForm } from './word-list-form'

type Props = { actor: MemberActor; lists: WordList[] }

/** The lists of the word filter, and the form of a further one. */
export function FilterPage({ actor, lists }: Props) {
  const terms = lists.reduce((sum, list) => sum + list.terms, 0)
  return (
    <main id="text" className="desk desk-filter">
      <DeskHeader actor={actor} at="filter" />
      <h1>{words.title}</h1>
      <p className="desk-lead">{words.lead}</p>
      <h2>{words.lists}</h2>
      {lists.length === 0 ? <p className="empty">{words.none}</p> : <Lists lists={lists} />}
      <p>{words.room(terms, mostTerms)}</p>
      <section aria-labelledby="add">
        <h2 id="add">{words.add}</h2>
        <AddListForm />
      </section>
      <Notation />
    </main>
  )
}

function Lists({ lists }: Pick<Props, 'lists'>) {
  return (
    <table className="word-lists">
      <thead>
        <tr>
          <th scope="col">{words.list}</th>
          <th scope="col">{words.mode}</th>
          <th scope="col">{words.level}</th>
          <th scope="col">{words.size}</th>
        </tr>
      </thead>
      <tbody>
        {lists.map(({ id, name, mode, level, terms }) => (
          <tr key={id}>
            <th scope="row">
              <a href={listPath(id)} dir="auto">
                {name}
              </a>
            </th>
            <td>{words.modes[mode]}</td>
            <td>{words.levels[level]}</td>
            <td>{terms.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Notation() {
  return (
    <section aria-labelledby="notation">
      <h2 id="notation">{words.howTo}</h2>
      <dl className="notation">
        {words.notation.map(([term, means]) => (
          <div key={term}>
            <dt>
              <code>{term}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
