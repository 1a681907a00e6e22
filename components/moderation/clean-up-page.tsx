import type { DeskComment } from '@/db/queries/desk-comments'
import type { GivenReason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { casePath } from '@/domain/moderation/addresses'
import { cleanUpDeskPath, cleanUpPath } from '@/domain/moderation/clean-up-addresses'
import type { FoundSwath } from '@/domain/moderation/read-clean-up'
import { cleanUpWords as words } from '@/lib/words/clean-up'
import { moderationWords } from '@/lib/words/moderation'
import { peopleWords } from '@/lib/words/people'
import { CommentText } from '../comment/comment-text'
import { Moment } from '../page/moment'
import { CleanUpForm } from './clean-up-form'
import { StandingLine } from './desk-comment'
import { DeskHeader } from './desk-header'
import { nameOf } from './name-of'

type Reach = 'account' | 'browser' | 'network'

type Props = {
  actor: MemberActor
  question: { reach: Reach; memberId: string | undefined; commentId: string | undefined; since: Date; until: Date }
  /** Both as the paper's clocks show them; the second is empty where it is the present moment. */
  typed: { since: string; until: string }
  found: FoundSwath
  reasons: GivenReason[]
}

/** What a clean-up would hide, before it does. */
export function CleanUpPage({ actor, question, typed, found, reasons }: Props) {
  const { reach, memberId = '', commentId = '', since, until } = question
  const swath = { reach, memberId, commentId, since: since.getTime(), until: until.getTime() }
  return (
    <main id="text" className="desk desk-person-page">
      <DeskHeader actor={actor} />
      <h1>{words.title}</h1>
      <p className="desk-lead">{words.lead}</p>
      <QuestionForm question={question} typed={typed} name={found.member?.name} />
      {found.count === 0 ? (
        <p className="empty">{memberId || commentId ? words.nothing : words.unknown}</p>
      ) : (
        <>
          <p className="standing">{(found.hasMore ? words.foundMost : words.found)(found.count)}</p>
          <CleanUpForm {...{ swath, reasons }} count={found.count} here={cleanUpPath(question)} />
          <h2>{words.shownOf(found.latest.length)}</h2>
          <SweptComments comments={found.latest} />
        </>
      )}
    </main>
  )
}

function QuestionForm({ question, typed, name }: Pick<Props, 'question' | 'typed'> & { name: string | undefined }) {
  const { reach, memberId, commentId } = question
  return (
    <form action={cleanUpDeskPath} method="get" className="clean-up-form">
      {memberId && <input type="hidden" name="member" value={memberId} />}
      {commentId && <input type="hidden" name="comment" value={commentId} />}
      {commentId ? (
        <div className="field">
          <label htmlFor="reach">{words.reach}</label>
          <select id="reach" name="reach" defaultValue={reach}>
            <option value="browser">{words.reaches.browser}</option>
            <option value="network">{words.reaches.network}</option>
          </select>
        </div>
      ) : (
        <p dir="auto">{words.reaches.account(name ?? peopleWords.gone)}</p>
      )}
      <div className="field">
        <label htmlFor="since">{words.since}</label>
        <input id="since" name="since" type="datetime-local" defaultValue={typed.since} />
      </div>
      <div className="field">
        <label htmlFor="until">{words.until}</label>
        <p className="hint" id="until-hint">
          {words.untilHint}
        </p>
        <input id="until" name="until" type="datetime-local" defaultValue={typed.until} aria-describedby="until-hint" />
      </div>
      <button type="submit" className="button-quiet">
        {words.look}
      </button>
    </form>
  )
}

/** Comments of many authors and articles, in short. */
export function SweptComments({ comments }: { comments: DeskComment[] }) {
  return (
    <ul className="record">
      {comments.map((comment) => (
        <li key={comment.id}>
          <p>
            <a href={casePath(comment.id)} aria-label={moderationWords.contextOf(nameOf(comment))}>
              <Moment at={comment.createdAt} />
            </a>{' '}
            <bdi>{words.by(nameOf(comment))}</bdi> {peopleWords.at(comment.headline)}
          </p>
          <StandingLine comment={comment} />
          {comment.standing !== 'deleted' && <CommentText source={comment.text} />}
        </li>
      ))}
    </ul>
  )
}
