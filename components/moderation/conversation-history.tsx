import type { ConversationDecision } from '@/db/queries/conversation-changes'
import { conversationWords as words } from '@/lib/words/conversation'
import { Moment } from '../page/moment'

/** What was changed, by whom and from what, the latest first. */
export function ConversationHistory({ decisions }: { decisions: ConversationDecision[] }) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.history}</h2>
      {decisions.length === 0 && <p className="empty">{words.noHistory}</p>}
      <ol className="history">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <p>
              <b>{decision.isAutomatic ? words.automatic : (decision.actorName ?? words.somebody)}</b>{' '}
              <Moment at={decision.createdAt} />
            </p>
            {changesOf(decision).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {decision.note && <p dir="auto">{decision.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What is otherwise than before, and the domain that it is about. */
function changesOf({ before, after }: ConversationDecision) {
  return Object.entries(words.facts).flatMap(([fact, name]) => {
    if (!(fact in after)) return []
    if (fact === 'domain') return [`${name}: ${after[fact]}`]
    return before[fact] === after[fact] ? [] : [words.changed(name, inWords(before[fact]), inWords(after[fact]))]
  })
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return words.usual
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const named: Record<string, string> = { ...words.modes, ...words.verdicts }
  return named[String(value)] ?? String(value)
}
