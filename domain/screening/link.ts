/** A link out of the paper, with what is known of its domain; one that leads to no site has none. */
export type Link = { address: string; domain: string | null; known: 'allowed' | 'denied' | 'seen' | 'unseen' }

export type KnownDomain = { name: string; verdict: 'allow' | 'deny' | null }

/** The domain of a web address, without the `www.` of old; none of any other address. */
export function domainOf(address: string) {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null
  return (
    new URL(address).hostname
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/\.$/, '') || null
  )
}

/** The domain and those that it is below of, the nearest first; never a whole top-level one. */
export function withParents(domain: string) {
  const labels = domain.split('.')
  return labels
    .map((_, place) => labels.slice(place).join('.'))
    .filter((name, place) => place === 0 || name.includes('.'))
}

/** The nearest verdict counts, so that a part of a denied domain can be allowed. Only the domain itself counts as seen. */
export function linkTo(address: string, known: KnownDomain[]): Link {
  const domain = domainOf(address)
  if (domain === null) return { address, domain, known: 'seen' }
  const find = (name: string) => known.find((one) => one.name === name)
  const verdict = withParents(domain).flatMap((name) => find(name)?.verdict ?? [])[0]
  if (verdict) return { address, domain, known: verdict === 'allow' ? 'allowed' : 'denied' }
  return { address, domain, known: find(domain) ? 'seen' : 'unseen' }
}
