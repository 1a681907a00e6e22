import { AppealForm } from '@/components/appeal/appeal-form'
import { CommentText } from '@/components/comment/comment-text'
import { FocusHere } from '@/components/form/focus-here.island'
import { Moment } from '@/components/page/moment'
import { articlePath } from '@/domain/comment/addresses'
import { statementsPath } from '@/domain/statement/addresses'
import type { ReadStatement } from '@/domain/statement/read-statement'
import { statementFacts, statementTitle } from '@/domain/statement/statement-facts'
import { appealWords } from '@/lib/words/appeal'
import { statementWords as words } from '@/lib/words/statement'

type Props = { found: ReadStatement; statementKey: string; isSent: boolean }

/** What was decided about a comment and why, for its author alone, and the way to appeal. */
export function StatementPage({ found, statementKey, isSent }: Props) {
  const { statement, appeal, canAppeal, heardBy } = found
  const { kind, isInForce, headline, slug, text, isGuest } = statement
  return (
    <main id="text" className="sheet statement">
      <h1>{statementTitle(statement)}</h1>
      {isSent && (
        <FocusHere>
          <p role="status">{appealWords.sent}</p>
        </FocusHere>
      )}
      {!isInForce && <p className="notice">{words.over[kind]}</p>}
      <p>
        {words.yourComment} {words.under}{' '}
        <a href={articlePath(slug)} dir="auto">
          {headline}
        </a>
        :
      </p>
      {text && (
        <blockquote>
          <CommentText source={text} />
        </blockquote>
      )}
      <dl className="statement-facts">
        {statementFacts(statement).map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ))}
      </dl>
      {appeal && <OwnAppeal appeal={appeal} />}
      {canAppeal && (
        <section aria-labelledby="appeal">
          <h2 id="appeal">{appealWords.heading}</h2>
          <p>
            {appealWords.lead} {appealWords.heardBy[heardBy]}
          </p>
          <AppealForm statementKey={statementKey} />
        </section>
      )}
      {!isGuest && (
        <p>
          <a href={statementsPath}>{words.account}</a>
        </p>
      )}
    </main>
  )
}

function OwnAppeal({ appeal }: { appeal: NonNullable<ReadStatement['appeal']> }) {
  return (
    <section aria-labelledby="appeal">
      <h2 id="appeal">{appealWords.heading}</h2>
      <p>
        {appealWords.sentAt} <Moment at={appeal.createdAt} />. {appealWords.outcomes[appeal.outcome ?? 'open']}
      </p>
      <blockquote className="as-typed" dir="auto" aria-label={appealWords.yours}>
        {appeal.text}
      </blockquote>
      {appeal.answer && (
        <p>
          {appealWords.answer}: <span dir="auto">{appeal.answer}</span>
        </p>
      )}
    </section>
  )
}
