export type MarkedRun = { text: string; isMarked: boolean }

/**
 * Signs of the private use area that stand around what is marked and between fragments.
 * Whoever marks a text first takes them out of it, so that the text itself cannot mark anything.
 */
export const markSigns = { open: '\uE000', close: '\uE001', between: '\uE002' } as const

/** The fragments of a text in which the database marked words. */
export function fragmentsOf(marked: string) {
  return marked
    .split(markSigns.between)
    .map((fragment) => fragment.trim())
    .filter((fragment) => fragment !== '')
    .map(markedRuns)
}

/** A marked text in runs. A sign without its partner marks up to the end, or nothing. */
export function markedRuns(marked: string): MarkedRun[] {
  return marked
    .split(markSigns.open)
    .flatMap((part, place) => {
      const [inside = '', ...outside] = place === 0 ? ['', part] : part.split(markSigns.close)
      return [
        { text: inside, isMarked: true },
        { text: outside.join('').replaceAll(markSigns.close, ''), isMarked: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

export const textOfRuns = (runs: readonly MarkedRun[]) => runs.map(({ text }) => text).join('')
