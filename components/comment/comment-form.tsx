import type { ReactNode } from 'react'
import { postCommentAction } from '@/actions/comment-actions'
import { longestComment, trapField } from '@/domain/comment/comment-input'
import { commentWords } from '@/lib/words/comment'

type Typed = { name: string; email: string; text: string }

type Props = {
  articleId: string
  slug: string
  parentId?: string | undefined
  typed?: Typed
  /** Where the page knows who writes: a member needs no name. */
  writesAs?: 'member' | 'guest'
  /** The one-time key and the draft's token, which only a page drawn for one person can hold. */
  oneTimeKey?: string
  draft?: string | undefined
  /** When the form was drawn, sealed. */
  drawn?: string | undefined
  codeField?: ReactNode
  faultyField?: string | undefined
}

const nothing: Typed = { name: '', email: '', text: '' }

/**
 * The form of a comment. On a stored page it has every field and asks for none: the server knows who is signed in.
 */
export function CommentForm({
  articleId,
  slug,
  parentId,
  typed = nothing,
  writesAs,
  oneTimeKey,
  draft,
  drawn,
  codeField,
  faultyField,
}: Props) {
  const hidden = { articleId, slug, parentId, key: oneTimeKey, draft, drawn }
  const fault = (field: string) =>
    faultyField === field ? { 'aria-invalid': true, 'aria-describedby': 'comment-refusal' } : {}
  return (
    <form id="comment-form" className="comment-form" action={postCommentAction}>
      {Object.entries(hidden).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <p>
        {commentWords.lead} <a href="/rules">{commentWords.rules}</a>
      </p>
      {writesAs !== 'member' && (
        <div className="guest-fields">
          <p className="field">
            <label htmlFor="comment-name">{commentWords.name}</label>
            <input
              id="comment-name"
              name="name"
              defaultValue={typed.name}
              autoComplete="name"
              maxLength={200}
              {...fault('name')}
            />
          </p>
          <p className="field">
            <label htmlFor="comment-email">{commentWords.email}</label>
            <input
              id="comment-email"
              name="email"
              type="email"
              defaultValue={typed.email}
              autoComplete="email"
              maxLength={320}
              aria-describedby="comment-email-hint"
              {...fault('email')}
            />
            <small id="comment-email-hint">{commentWords.emailHint}</small>
          </p>
        </div>
      )}
      <p className="field">
        <label htmlFor="comment-text">{commentWords.text}</label>
        <textarea
          id="comment-text"
          name="text"
          rows={6}
          defaultValue={typed.text}
          maxLength={longestComment}
          dir="auto"
          aria-describedby="comment-text-hint"
          {...fault('text')}
        />
        <small id="comment-text-hint">{commentWords.textHint}</small>
      </p>
      <comment-draft />
      <TrapField />
      {codeField}
      {writesAs !== 'member' && !codeField && (
        <div className="field code-field">
          <label htmlFor="comment-code">{commentWords.code}</label>
          <span className="code-row">
            <input
              id="comment-code"
              name="code"
              autoComplete="off"
              maxLength={50}
              aria-describedby="comment-code-hint"
            />
            <button type="submit" name="intent" value="code" className="button-quiet">
              {commentWords.showCode}
            </button>
          </span>
          <small id="comment-code-hint">{commentWords.codeLater}</small>
        </div>
      )}
      <p className="form-buttons">
        <button type="submit" name="intent" value="post" className="button">
          {commentWords.post}
        </button>
        <button type="submit" name="intent" value="preview" className="button-quiet">
          {commentWords.preview}
        </button>
        {writesAs === undefined && <small>{commentWords.membersSkip}</small>}
      </p>
    </form>
  )
}

/** Nobody sees it and no key leads to it: what fills it in is no person. */
function TrapField() {
  return (
    <p className="trap">
      <label htmlFor="comment-website">{commentWords.trap}</label>
      <input id="comment-website" name={trapField} tabIndex={-1} autoComplete="off" />
    </p>
  )
}
