import { listPath } from '@/domain/word-filter/addresses'
import type { ListOnDesk } from '@/domain/word-filter/read-list'
import { filterWords as words } from '@/lib/words/filter'
import { ListFinds, ListPages } from './list-finds'
import { TrialProgress } from './trial-progress.island'
import { TrialForm } from './word-list-form'

type Props = { found: ListOnDesk; at: string }

/** What a list would have done to the comments of the last thirty days, before it does it. */
export function ListTrial({ found, at }: Props) {
  const { list, trial, finds, pages } = found
  const isOld = trial && trial.version !== list.version
  return (
    <section aria-labelledby="finds">
      <h2 id="finds">{words.trial}</h2>
      <p>{words.trialLead}</p>
      <Result found={found} />
      {isOld && <p>{words.changedSince}</p>}
      {(!trial || trial.doneAt || isOld) && <TrialForm key={at} listId={list.id} wasTried={trial !== undefined} />}
      {trial && trial.found > 0 && (
        <>
          <h3>{words.finds}</h3>
          {trial.found > pages.finds.most && <p>{words.listed(pages.finds.most)}</p>}
          <ListFinds finds={finds} />
          <ListPages listId={list.id} part="finds" {...pages.finds} />
        </>
      )}
    </section>
  )
}

function Result({ found: { list, trial } }: Pick<Props, 'found'>) {
  if (!trial) return <p>{words.untried}</p>
  const { looked, comments, found, approved, doneAt } = trial
  if (doneAt) return <p className="trial-result">{words.result(words.would[list.level], found, looked, approved)}</p>
  return (
    <>
      <TrialProgress looked={looked} comments={comments}>
        {words.trying(looked, comments)}
      </TrialProgress>
      <p>
        <a href={listPath(list.id)}>{words.lookAgain}</a>
      </p>
    </>
  )
}
