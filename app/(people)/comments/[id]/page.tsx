import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { findCommentPlace } from '@/db/queries/threads'
import { placePath } from '@/domain/comment/addresses'
import { isId } from '@/lib/new-id'

export const instant = false

export const metadata = { robots: { index: false } }

/** Leads to the page on which a comment stands; a hidden one has its placeholder there. */
export default async function CommentRoute({ params }: PageProps<'/comments/[id]'>) {
  await connection()
  const { id } = await params
  const place = isId(id) ? await findCommentPlace(id) : undefined
  if (!place?.visibleAt) notFound()
  redirect(placePath(place))
}
