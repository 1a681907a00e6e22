/** Languages that search knows, as BCP 47 codes; `und` stands for every other one. */
export const languages = [
  'und',
  'ar',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fi',
  'fr',
  'ga',
  'hu',
  'id',
  'it',
  'lt',
  'nb',
  'nl',
  'pt',
  'ro',
  'ru',
  'sv',
  'ta',
  'tr',
] as const

export type Language = (typeof languages)[number]

/** The language of a BCP 47 tag such as `en-GB`. */
export function languageOf(tag: string): Language {
  const primary = tag.toLowerCase().split(/[-_]/)[0]
  const code = primary === 'no' || primary === 'nn' ? 'nb' : primary
  return languages.find((one) => one === code) ?? 'und'
}
