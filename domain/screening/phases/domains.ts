import { type Facts, isNew } from '../facts'
import type { Finding } from '../finding'
import type { Link } from '../link'

/** Links to denied domains are read first, whoever writes them; of new accounts those to domains that nobody has linked to. */
export function findDomains(facts: Facts): Finding[] {
  const denied = named(facts, 'denied')
  const unseen = isNew(facts) ? named(facts, 'unseen') : []
  return [
    ...(denied.length > 0 ? [{ because: 'denied-domain' as const, domains: denied }] : []),
    ...(unseen.length > 0 ? [{ because: 'unseen-domain' as const, domains: unseen }] : []),
  ]
}

const named = ({ comment }: Facts, known: Link['known']) => [
  ...new Set(comment.links.flatMap((link) => (link.known === known && link.domain ? link.domain : []))),
]
