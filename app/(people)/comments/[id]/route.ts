import { findCommentPlace } from '@/db/queries/comments'
import { placePath } from '@/domain/comment/addresses'
import { isId } from '@/lib/new-id'

/** Leads to the page on which a comment stands; a hidden one has its placeholder there. */
export async function GET(_: Request, { params }: RouteContext<'/comments/[id]'>) {
  const { id } = await params
  const place = isId(id) ? await findCommentPlace(id) : undefined
  if (!place?.visibleAt) return new Response(null, { status: 404 })
  return new Response(null, { status: 302, headers: { Location: placePath(place), 'X-Robots-Tag': 'noindex' } })
}
