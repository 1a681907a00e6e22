const made = new Map<string, Intl.DateTimeFormat>()

/** A formatter of dates. They take long to make and are asked for with every comment, so each is made once. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([language, options])
  const format = made.get(key) ?? new Intl.DateTimeFormat(language, options)
  made.set(key, format)
  return format
}
