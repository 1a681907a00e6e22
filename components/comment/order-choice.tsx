import { commentWords } from '@/lib/words/comment'

type Props<Order extends string> = { orders: readonly Order[]; current: Order; pathOf: (order: Order) => string }

/** The ways to order a conversation, as plain links. Crawlers are asked to keep to the one in which it grew. */
export function OrderChoice<Order extends keyof typeof commentWords.order>({ orders, current, pathOf }: Props<Order>) {
  return (
    <nav className="thread-orders" aria-label={commentWords.orders}>
      <ul>
        {orders.map((order) => (
          <li key={order}>
            <a
              href={pathOf(order)}
              rel={order === 'oldest' ? undefined : 'nofollow'}
              aria-current={order === current ? 'true' : undefined}
            >
              {commentWords.order[order]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
