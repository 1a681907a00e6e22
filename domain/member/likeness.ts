import { lookAlikes } from './look-alikes'

const looksLike = new Map(
  Object.entries(lookAlikes).flatMap(([latin, signs]) => [...signs].map((sign) => [sign, latin])),
)

/** What a name looks like: two names with one likeness are taken for one another. Never shown. */
export function likenessOf(name: string) {
  const seen = [...name.normalize('NFKC')].map(latin).join('').toLowerCase()
  // Some letters have a look-alike as small ones only; what they look like may have one itself.
  const again = [...seen].map(latin).join('')
  return [...again]
    .map(latin)
    .join('')
    .replace(/[^\p{L}\p{M}\p{Nd}]/gu, '')
}

const latin = (sign: string) => looksLike.get(sign) ?? sign
