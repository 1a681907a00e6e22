import { FormToken } from '@/components/form/form-token.island'
import { Moment } from '@/components/page/moment'
import type { ListedStatement } from '@/db/queries/statements'
import { commentPlainText } from '@/domain/comment/text/comment-text'
import { statementPath, statementsAnchor } from '@/domain/statement/addresses'
import { statementTitle } from '@/domain/statement/statement-facts'
import { openingOf } from '@/lib/opening'
import { appealWords } from '@/lib/words/appeal'
import { statementWords as words } from '@/lib/words/statement'

type Props = { statements: ListedStatement[]; markRead: (form: FormData) => Promise<void> }

/** What was decided about a member's comments, the latest first. */
export function StatementList({ statements, markRead }: Props) {
  return (
    <section aria-labelledby={statementsAnchor}>
      <h2 id={statementsAnchor}>{words.heading}</h2>
      {statements.length === 0 && <p className="empty">{words.none}</p>}
      <ul className="own-replies">
        {statements.map((statement) => (
          <StatementRow key={statement.notificationId} {...{ statement, markRead }} />
        ))}
      </ul>
    </section>
  )
}

type RowProps = Pick<Props, 'markRead'> & { statement: ListedStatement }

function StatementRow({ statement, markRead }: RowProps) {
  const { kind, isInForce, readAt, createdAt, headline, text, appealedAt, outcome } = statement
  const title = statementTitle(statement)
  const canAppeal = kind === 'hide-comment' && isInForce && !appealedAt
  return (
    <li className={readAt ? undefined : 'is-unread'}>
      <p>
        {!readAt && <strong>{words.isUnread}: </strong>}
        <b>{title}</b> {words.under} <bdi>{headline}</bdi>, <Moment at={createdAt} />
        {!isInForce && ` (${words.over[kind]})`}
      </p>
      {text && <blockquote dir="auto">{openingOf(commentPlainText(text))}</blockquote>}
      {appealedAt && (
        <p>
          {appealWords.heading}, <Moment at={appealedAt} />: {appealWords.outcomes[outcome ?? 'open']}
        </p>
      )}
      <p>
        <a href={statementPath(statement.id)} aria-label={words.readOf(title, headline)}>
          {canAppeal ? words.readAndAppeal : words.read}
        </a>
      </p>
      {!readAt && (
        <form action={markRead}>
          <FormToken />
          <input type="hidden" name="id" value={statement.notificationId} />
          <input type="hidden" name="of" value="statements" />
          <button className="button-quiet" type="submit" aria-label={words.markReadOf(headline)}>
            {words.markRead}
          </button>
        </form>
      )}
    </li>
  )
}
