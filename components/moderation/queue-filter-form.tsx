import type { GivenReason } from '@/db/queries/reasons'
import { deskPath, queuePath } from '@/domain/moderation/addresses'
import { isNarrowed, type QueueQuestion, queueAges, queueWriters } from '@/domain/moderation/queue-question'
import { type QueueTab, queueOrders, usualOrder } from '@/domain/moderation/queue-tabs'
import { deskWords } from '@/lib/words/desk'
import { moderationWords as words } from '@/lib/words/moderation'

type Props = {
  question: QueueQuestion
  sections: { slug: string; name: string }[]
  /** All that ever were: an old report may name one that is no longer offered. */
  reasons: GivenReason[]
}

/** Narrows and orders the queue; the choice stands in the address. */
export function QueueFilterForm({ question, sections, reasons }: Props) {
  const { tab, section, article, why, who, age, order } = question
  const whys = whysOf(tab, reasons)
  return (
    <form action={deskPath} method="get" className="queue-filter">
      <fieldset>
        <legend>{words.filter}</legend>
        {tab !== 'held' && <input type="hidden" name="tab" value={tab} />}
        {article && (
          <>
            <input type="hidden" name="article" value={article} />
            <p>{words.oneArticle}</p>
          </>
        )}
        <Choice
          {...{ name: 'section', label: words.section, every: words.everySection, chosen: section }}
          options={sections.map(({ slug, name }) => [slug, name])}
        />
        {whys && <Choice {...{ name: 'why', every: words.everyReason, chosen: why, ...whys }} />}
        <Choice
          {...{ name: 'who', label: deskWords.who, every: deskWords.everybody, chosen: who }}
          options={queueWriters.map((one) => [one, deskWords.writers[one]])}
        />
        <Choice
          {...{ name: 'age', label: deskWords.age, every: deskWords.everyAge, chosen: age }}
          options={queueAges.map((one) => [one, deskWords.ages[one]])}
        />
        <Choice
          {...{ name: 'order', label: deskWords.order, chosen: order }}
          options={queueOrders.map((one) => [one, deskWords.orders[one]])}
        />
        <button type="submit" className="button-quiet">
          {words.apply}
        </button>
        {(isNarrowed(question) || order !== usualOrder(tab)) && <a href={queuePath({ tab })}>{words.clear}</a>}
      </fieldset>
    </form>
  )
}

function whysOf(tab: QueueTab, reasons: GivenReason[]): { label: string; options: [string, string][] } | undefined {
  const given = reasons.map(({ code, label }): [string, string] => [code, label])
  switch (tab) {
    case 'held':
      return { label: words.heldWhy, options: Object.entries(words.heldBecause) }
    case 'reported':
      return { label: words.reportedWhy, options: given }
    case 'hidden':
      return { label: deskWords.hiddenWhy, options: given }
    default:
      return undefined
  }
}

type ChoiceProps = {
  name: string
  label: string
  /** What no choice is called, where there need not be one. */
  every?: string
  chosen: string | undefined
  options: [string, string][]
}

function Choice({ name, label, every, chosen, options }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        {every && <option value="">{every}</option>}
        {options.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}
