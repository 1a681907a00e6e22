const marker = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`
const nineMarkers = new RegExp(`^(?:${marker}){9}`, 'm')

type Bounds = { length: number; emphasis: number; brackets: number; lines: number }

/**
 * Whether some Markdown nests quotes and lists deeper, or holds more signs, than anybody writes. The time
 * of its parser grows with the square of each (all measured). Such a text is shown as it was typed.
 */
export function exhaustsMarkdown(source: string, most: Bounds) {
  return (
    source.length > most.length ||
    nineMarkers.test(source) ||
    countOf(source, /[*_]/g) > most.emphasis ||
    countOf(source, /[[\]<`!]/g) > most.brackets ||
    countOf(source, /\n/g) > most.lines
  )
}

const countOf = (source: string, sign: RegExp) => source.match(sign)?.length ?? 0
