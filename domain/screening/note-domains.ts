import type { Tx } from '@/db/client'
import { insertSeenDomains } from '@/db/queries/link-domains'
import { listLinks } from '../comment/text/comment-text'
import { domainOf } from './link'

/** Notes the domains of a comment that readers see from now on: links to them are no news any more. */
export function noteDomains(text: string, now: Date, tx: Tx) {
  const domains = listLinks(text).flatMap((address) => domainOf(address) ?? [])
  return insertSeenDomains([...new Set(domains)], now, tx)
}
