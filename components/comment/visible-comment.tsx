import type { OwnVersion } from '@/db/queries/own-comments'
import { discussionPath, hidePath, permalink, reportPath } from '@/domain/comment/addresses'
import type { NewMarks } from '@/domain/comment/new-comments'
import { isFolded } from '@/domain/comment/paging'
import type { Thread } from '@/domain/comment/thread'
import { commentWords } from '@/lib/words/comment'
import { deskWords } from '@/lib/words/desk'
import { Moment } from '../page/moment'
import { ReactionButtons } from '../reaction/reaction-buttons'
import { Badges } from './badges'
import { CommentText } from './comment-text'
import { IgnoreButton, Ignored } from './ignore-form'
import { NewMark } from './new-mark'
import { OwnActions } from './own-actions'
import { OwnVersions } from './own-versions'
import { PickButton } from './pick-form'

/** What a page drawn for one person knows of that person. */
export type Reader = {
  /** Own reactions, by the comment's id: +1 or -1. */
  reactions: Map<string, number>
  /** Which comments are the reader's own. */
  own: ReadonlySet<string>
  /** Which of them can be changed, and what they said before. */
  editable: ReadonlySet<string>
  versions: ReadonlyMap<string, OwnVersion[]>
  /** Which are by somebody whom the reader ignores. */
  ignored: ReadonlySet<string>
  canIgnore: boolean
  canPick: boolean
  /** The comment that the address names. */
  at?: string | undefined
  /** Whether the reader may hide comments where they stand. */
  mayHide?: boolean
  /** What is new since the last visit. */
  marks?: NewMarks | undefined
}

type Props = { comment: Thread['comment']; slug: string; reader?: Reader | undefined; canAnswer: boolean }

/** A comment that readers can read, with what they can do to it. */
export function VisibleComment(props: Props) {
  const isIgnored = props.reader?.ignored.has(props.comment.id)
  return isIgnored ? (
    <Ignored>
      <Whole {...props} />
    </Ignored>
  ) : (
    <Whole {...props} />
  )
}

function Whole({ comment, slug, reader, canAnswer }: Props) {
  const name = comment.name ?? ''
  return (
    <>
      <header className="comment-header">
        <b className="comment-name" dir="auto">
          {name}
        </b>
        <Badges comment={comment} />
        <a
          className="comment-time"
          href={permalink(comment.id)}
          rel="nofollow"
          aria-label={commentWords.permalink(name)}
        >
          <Moment at={comment.createdAt} />
        </a>
        {comment.editedAt && (
          <span className="edited">
            {commentWords.edited} <Moment at={comment.editedAt} />
          </span>
        )}
        {comment.parentId && (
          <span className="answers">
            {comment.answersName ? commentWords.answers(comment.answersName) : commentWords.answersGone}
          </span>
        )}
        {reader?.marks && <NewMark id={comment.id} marks={reader.marks} slug={slug} />}
      </header>
      {isFolded(comment) ? (
        <details className="folded" open={reader?.at === comment.id}>
          <summary>{commentWords.folded}</summary>
          <CommentBody {...{ comment, slug, reader, canAnswer }} />
        </details>
      ) : (
        <CommentBody {...{ comment, slug, reader, canAnswer }} />
      )}
    </>
  )
}

function CommentBody({ comment, slug, reader, canAnswer }: Props) {
  const name = comment.name ?? ''
  return (
    <>
      <CommentText source={comment.text} />
      <OwnVersions versions={reader?.versions.get(comment.id)} />
      <footer className="comment-footer">
        <ReactionButtons
          target="comment"
          id={comment.id}
          likes={comment.likes}
          dislikes={comment.dislikes}
          names={{
            like: commentWords.likeComment(name, comment.likes),
            dislike: commentWords.dislikeComment(name, comment.dislikes),
          }}
          {...(reader ? { own: reader.reactions.get(comment.id) ?? null } : {})}
        />
        {canAnswer && (
          <reply-link>
            <a
              href={discussionPath(slug, { reply: comment.id })}
              rel="nofollow"
              aria-label={commentWords.replyTo(name)}
            >
              {commentWords.reply}
            </a>{' '}
            <a
              href={discussionPath(slug, { reply: comment.id, quote: 1 })}
              rel="nofollow"
              aria-label={commentWords.quoteOf(name)}
            >
              {commentWords.quote}
            </a>
          </reply-link>
        )}
        {reader?.canIgnore && !reader.own.has(comment.id) && (
          <IgnoreButton comment={comment} isIgnored={reader.ignored.has(comment.id)} />
        )}
        {reader?.canPick && !reader.own.has(comment.id) && <PickButton comment={comment} />}
        {reader?.own.has(comment.id) ? (
          <OwnActions commentId={comment.id} slug={slug} canEdit={reader.editable.has(comment.id)} />
        ) : (
          <report-link>
            <a href={reportPath(comment.id)} rel="nofollow" aria-label={commentWords.reportOf(name)}>
              {commentWords.report}
            </a>
          </report-link>
        )}
        {reader?.mayHide && (
          <report-link>
            <a href={hidePath(comment.id)} rel="nofollow" aria-label={deskWords.inPlace.hideOf(name)}>
              {deskWords.inPlace.link}
            </a>
          </report-link>
        )}
      </footer>
    </>
  )
}
