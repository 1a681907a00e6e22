import type { Article } from '@/db/queries/articles'
import type { MetBlock } from '@/db/queries/blocks'
import type { OwnSanction } from '@/db/queries/sanctions'
import type { Actor } from '@/domain/actor'
import { blockSentence } from '@/domain/block/block-sentence'
import { discussionPath } from '@/domain/comment/addresses'
import type { FoundDiscussion } from '@/domain/comment/read-discussion'
import { heldBackBy, sanctionSentence } from '@/domain/sanction/sanction-sentence'
import { newId } from '@/lib/new-id'
import { signInPath } from '@/lib/next-path'
import { waitInSeconds } from '@/lib/wait'
import { commentWords } from '@/lib/words/comment'
import { conversationWords } from '@/lib/words/conversation'
import { sanctionWords } from '@/lib/words/sanction'
import { CodeField } from './code-field'
import { CommentForm } from './comment-form'
import { CommentText } from './comment-text'
import { ConversationState } from './conversation-state'
import { EditOwnForm } from './edit-own-form'

type Props = { article: Article; actor: Actor; found: FoundDiscussion; block: MetBlock | undefined }

/** The comment form of the discussion page: with what was typed before, why it was not posted, and whom it answers. */
export function DiscussionForm({ article, actor, found, block }: Props) {
  const { draft, draftToken, drawn, answered, quote, code, edited, sanctions } = found
  const refusal = draft?.refusal
  if (edited) {
    return (
      <>
        {refusal && <Refusal {...{ refusal, sanctions, block }} textField="own-text" />}
        {draft?.isPreview && <Preview text={draft.text} />}
        <EditOwnForm
          comment={edited}
          text={draft?.text ?? edited.text}
          slug={article.slug}
          draft={draftToken}
          isFaulty={refusal !== undefined && refusal !== null && fieldOf[refusal] === 'text'}
        />
      </>
    )
  }
  return (
    <>
      {refusal && <Refusal {...{ refusal, sanctions, block }} />}
      <ConversationState article={article} />
      {article.commentsOpen && found.tooSoonFor > 0 && (
        <p className="conversation-state">{conversationWords.waitStill(waitInSeconds(found.tooSoonFor))}</p>
      )}
      {draft?.isPreview && <Preview text={draft.text} />}
      {answered && (
        <blockquote className="comment-context">
          <p>{commentWords.replyingTo(answered.name ?? '')}</p>
          <CommentText source={answered.text} />
          <p>
            <a href={discussionPath(article.slug)}>{commentWords.cancelReply}</a>
          </p>
        </blockquote>
      )}
      {actor.id ? (
        <p>{commentWords.signedInAs(actor.name)}</p>
      ) : (
        <SignInFirst slug={article.slug} reply={answered?.id} />
      )}
      {article.commentsOpen ? (
        <CommentForm
          articleId={article.id}
          slug={article.slug}
          parentId={answered?.id}
          typed={draft ?? { name: '', email: '', text: quote }}
          writesAs={actor.id ? 'member' : 'guest'}
          oneTimeKey={newId()}
          draft={draftToken}
          drawn={drawn}
          codeField={code && <CodeField id={code.id} isWrong={refusal === 'wrong-code'} />}
          faultyField={refusal ? fieldOf[refusal] : undefined}
        />
      ) : (
        draft && <textarea className="kept" readOnly rows={8} aria-label={commentWords.text} value={draft.text} />
      )}
    </>
  )
}

function Preview({ text }: { text: string }) {
  return (
    <section className="preview" aria-label={commentWords.previewHeading}>
      <h4>{commentWords.previewHeading}</h4>
      <CommentText source={text} />
    </section>
  )
}

/** The field that each refusal speaks of. */
const fieldOf: Record<string, string> = {
  empty: 'text',
  'too-long': 'text',
  'too-many-links': 'text',
  'name-needed': 'name',
  'name-reserved': 'name',
  'name-taken': 'name',
  'email-needed': 'email',
  'email-blocked': 'email',
  'code-needed': 'code',
  'code-asked': 'code',
  'wrong-code': 'code',
}

type RefusalProps = { refusal: string; sanctions: OwnSanction[]; block: MetBlock | undefined; textField?: string }

function Refusal({ refusal, sanctions, block, textField = 'comment-text' }: RefusalProps) {
  const refusals: Record<string, string> = commentWords.refusals
  const field = fieldOf[refusal]
  const because = refusal === 'not-allowed' || refusal === 'muted' ? heldBackBy(sanctions) : undefined
  const said = Object.hasOwn(refusals, refusal) ? refusals[refusal] : commentWords.refusals.malformed
  const why = because ? sanctionSentence(because) : block && blockSentence(block)
  const sentence = why ? `${why} ${sanctionWords.own.kept}` : said
  return (
    <p id="comment-refusal" className="refusal" role="alert">
      {field ? <a href={field === 'text' ? `#${textField}` : `#comment-${field}`}>{sentence}</a> : sentence}
    </p>
  )
}

function SignInFirst({ slug, reply }: { slug: string; reply: string | undefined }) {
  return (
    <p>
      <a href={signInPath(discussionPath(slug, reply ? { reply } : {}))}>{commentWords.signIn}</a>{' '}
      {commentWords.signInOr}
    </p>
  )
}
