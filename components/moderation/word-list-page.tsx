import type { MemberActor } from '@/domain/actor'
import { filterPath } from '@/domain/word-filter/addresses'
import type { ListOnDesk } from '@/domain/word-filter/read-list'
import { filterWords as words } from '@/lib/words/filter'
import { FocusHere } from '../form/focus-here.island'
import { DeskHeader } from './desk-header'
import { ListFinds, ListPages } from './list-finds'
import { ListTrial } from './list-trial'
import { ModeForm, TermsForm } from './word-list-form'

type Props = {
  actor: MemberActor
  found: ListOnDesk
  /** What was just done. */
  done: keyof typeof words.done | undefined
  /** When, in milliseconds: after a change the forms begin anew. */
  at: string
}

/** One list of the word filter: how it stands, what it would do, what it did, and its terms. */
export function WordListPage({ actor, found, done, at }: Props) {
  const { list, held } = found
  return (
    <main id="text" className="desk desk-filter">
      <DeskHeader actor={actor} at="filter" />
      <h1 dir="auto">{list.name}</h1>
      {done && (
        <FocusHere key={at}>
          <p>{words.done[done](list.name)}</p>
        </FocusHere>
      )}
      <p>
        <a href={filterPath}>{words.back}</a>
      </p>
      <p className="desk-lead">
        {words.mode}: <b>{words.modes[list.mode]}</b>. {words.modeHints[list.mode]} {words.level}:{' '}
        {words.levels[list.level]}. {words.terms(list.terms)}. {list.level === 'suspect' && words.holds(held)}
      </p>
      <h2 id="switch">{words.switch}</h2>
      <ModeForm
        key={`mode-${at}`}
        listId={list.id}
        seenVersion={list.version}
        modes={(['off', 'shadow', 'on'] as const).filter((mode) => mode !== list.mode)}
      />
      <ListTrial found={found} at={at} />
      <Shadow found={found} />
      <Terms found={found} at={at} />
    </main>
  )
}

function Shadow({ found: { list, shadows, shadowFinds, pages } }: Pick<Props, 'found'>) {
  return (
    <section aria-labelledby="shadow">
      <h2 id="shadow">{words.shadow}</h2>
      <p>{words.shadowLead}</p>
      <p>{shadows === 0 ? words.noShadow : words.shadowCount(shadows)}</p>
      <ListFinds finds={shadowFinds} />
      <ListPages listId={list.id} part="shadow" {...pages.shadow} />
    </section>
  )
}

function Terms({ found: { list, terms, pages }, at }: Pick<Props, 'found' | 'at'>) {
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{words.allTerms}</h2>
      <TermsForm key={`add-${at}`} listId={list.id} what="add" />
      <TermsForm key={`remove-${at}`} listId={list.id} what="remove" />
      <ul className="word-terms">
        {terms.map((term) => (
          <li key={term} dir="auto">
            {term}
          </li>
        ))}
      </ul>
      <ListPages listId={list.id} part="terms" {...pages.terms} />
    </section>
  )
}
