import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { currentActor } from '@/auth/session'
import { rememberOrder } from '@/auth/visitor-order'
import { discussionPath } from '@/domain/comment/addresses'
import { chooseOrder } from '@/domain/comment/choose-order'
import { threadOrder } from '@/domain/comment/thread-order'
import { isSlug } from '@/lib/slug'

/** Remembers how somebody wants conversations ordered, and leads to the one that it was chosen in. */
export async function GET(request: Request, { params }: RouteContext<'/comments/order/[order]'>) {
  await connection()
  const order = threadOrder.safeParse((await params).order)
  const slug = new URL(request.url).searchParams.get('of') ?? ''
  if (!order.success || !isSlug(slug))
    return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })

  const actor = await currentActor()
  if (actor.id === null) await rememberOrder(order.data)
  else await chooseOrder(actor, order.data)
  redirect(discussionPath(slug, { order: order.data }))
}
