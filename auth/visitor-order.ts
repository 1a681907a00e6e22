import { cookies } from 'next/headers'
import { type ThreadOrder, threadOrder } from '@/domain/comment/thread-order'
import { orderCookie, privateCookie, visitorSeconds } from './cookies'

/** How a browser without an account last chose to have conversations ordered. */
export async function rememberedOrder() {
  return threadOrder.safeParse((await cookies()).get(orderCookie)?.value).data
}

export async function rememberOrder(order: ThreadOrder) {
  ;(await cookies()).set(orderCookie, order, { ...privateCookie(), maxAge: visitorSeconds })
}
