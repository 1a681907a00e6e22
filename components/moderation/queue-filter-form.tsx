import type { GivenReason } from '@/db/queries/reasons'
import { deskPath, queuePath } from '@/domain/moderation/addresses'
import type { QueueQuestion } from '@/domain/moderation/queue-question'
import { moderationWords as words } from '@/lib/words/moderation'

type Props = {
  question: QueueQuestion
  sections: { slug: string; name: string }[]
  /** All that ever were: an old report may name one that is no longer offered. */
  reasons: GivenReason[]
}

/** Narrows the queue; the choice stands in the address. */
export function QueueFilterForm({ question: { tab, section, article, why }, sections, reasons }: Props) {
  const whys = tab === 'held' ? Object.entries(words.heldBecause) : reasons.map(({ code, label }) => [code, label])
  return (
    <form action={deskPath} method="get" className="queue-filter">
      <fieldset>
        <legend>{words.filter}</legend>
        {tab === 'reported' && <input type="hidden" name="tab" value={tab} />}
        {article && (
          <>
            <input type="hidden" name="article" value={article} />
            <p>{words.oneArticle}</p>
          </>
        )}
        <div className="field">
          <label htmlFor="section">{words.section}</label>
          <select id="section" name="section" defaultValue={section ?? ''}>
            <option value="">{words.everySection}</option>
            {sections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="why">{tab === 'held' ? words.heldWhy : words.reportedWhy}</label>
          <select id="why" name="why" defaultValue={why ?? ''}>
            <option value="">{words.everyReason}</option>
            {whys.map(([reason, said]) => (
              <option key={reason} value={reason}>
                {said}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button-quiet">
          {words.apply}
        </button>
        {(section || article || why) && <a href={queuePath({ tab })}>{words.clear}</a>}
      </fieldset>
    </form>
  )
}
