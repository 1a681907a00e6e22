import type { ReactNode } from 'react'
import { ignoreAction } from '@/actions/ignore-actions'
import type { PublicComment } from '@/db/queries/comments'
import { ignoreWords as words } from '@/lib/words/ignore'

const ignoreFormId = 'ignore'

/** The one form that every button to ignore somebody belongs to, by its `form` attribute. */
export function IgnoreForm({ slug }: { slug: string }) {
  return (
    <form id={ignoreFormId} action={ignoreAction}>
      <input type="hidden" name="slug" value={slug} />
    </form>
  )
}

type Props = { comment: PublicComment; isIgnored: boolean }

/** Guests have no account to be ignored by, and who speaks for the paper is heard. */
export function IgnoreButton({ comment: { id, name, rank }, isIgnored }: Props) {
  if (rank !== 'member') return null
  const label = isIgnored ? words.stopOf : words.ignoreOf
  return (
    <button
      type="submit"
      form={ignoreFormId}
      name="ignore"
      value={`${isIgnored ? 'stop' : 'ignore'}:${id}`}
      className="button-plain"
      aria-label={label(name ?? '')}
    >
      {isIgnored ? words.stop : words.ignore}
    </button>
  )
}

/** A comment of somebody whom the reader ignores, until it is opened: for this once. */
export function Ignored({ children }: { children: ReactNode }) {
  return (
    <details className="ignored">
      <summary>{words.folded}</summary>
      {children}
    </details>
  )
}
