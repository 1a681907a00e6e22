const mostMarks = 3

/**
 * Typed text as it may be drawn: no control characters, none that turns the direction of the words
 * after it, and no towers of accents. What is stored stays as it was typed.
 */
export function visibleText(typed: string) {
  return typed
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Mn}\p{Me}\u200b-\u200d\u2060\ufeff]{4,}/gu, (marks) => [...marks].slice(0, mostMarks).join(''))
}
