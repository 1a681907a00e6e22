/** Longest slug of an article, in characters. */
export const longestSlug = 80

/** Whether something may have this slug at all. A tag of Next's, of which it may be a part, takes 256 characters. */
export const isSlug = (text: string) => /^[a-z0-9-]{1,120}$/.test(text)

/** Letters that do not fall apart into a Latin letter and its marks, as most languages of the table write them out. */
const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ə: 'e',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
  ђ: 'dj',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  џ: 'dz',
  ѓ: 'gj',
  ќ: 'kj',
  ѕ: 'dz',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
  '&': ' and ',
  '%': ' percent ',
  '€': ' euro ',
  '£': ' pound ',
  $: ' dollar ',
}

/**
 * A headline or a name as it stands in an address: a to z, digits and hyphens. Empty where nothing of it can be
 * written so. Where it is too long it ends with a whole word, if there is one.
 */
export function slugFrom(text: string, longest = longestSlug) {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼ]/g, '')
    .replace(/[^a-z0-9]/gu, (sign) => spelled[sign] ?? ' ')
    .trim()
    .replace(/\s+/g, '-')
  return cutAtWord(plain, longest)
}

/** The same slug with a number behind it, within the limit. */
export function numberedSlug(slug: string, no: number, longest = longestSlug) {
  if (no === 1) return slug
  const number = `-${no}`
  return `${cutAtWord(slug, longest - number.length)}${number}`
}

function cutAtWord(slug: string, longest: number) {
  if (slug.length <= longest) return slug
  const end = slug.lastIndexOf('-', longest)
  return slug.slice(0, end > longest / 2 ? end : longest).replace(/-+$/, '')
}
