import type { Inline, Run } from './body'

type Mark = 'link' | 'bold' | 'italic'

/** Runs as a tree, the way HTML and Markdown nest them. */
export type Phrase =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'link'; href: string; children: Phrase[] }
  | { kind: 'bold' | 'italic'; children: Phrase[] }

/** The runs as a tree in which neighbours share the marks that they have in common, the longest outermost. */
export function nestMarks(content: readonly Inline[], within: readonly Mark[] = []): Phrase[] {
  const phrases: Phrase[] = []
  for (let at = 0; at < content.length; ) {
    const first = content[at]
    if (!first) break
    const outer = longestMark(content, at, within)
    const end = outer ? at + outer.length : at + 1
    phrases.push(
      outer ? wrap(outer.mark, first, nestMarks(content.slice(at, end), [...within, outer.mark])) : bare(first),
    )
    at = end
  }
  return phrases
}

function longestMark(content: readonly Inline[], at: number, within: readonly Mark[]) {
  const first = content[at]
  if (first?.type !== 'text') return undefined
  let longest: { mark: Mark; length: number } | undefined
  for (const mark of ['link', 'bold', 'italic'] as const) {
    if (within.includes(mark) || markOf(first, mark) === undefined) continue
    const length = reachOf(content, at, mark, markOf(first, mark))
    if (!longest || length > longest.length) longest = { mark, length }
  }
  return longest
}

/** How many runs from `at` on carry the mark; a line break inside belongs to it, one at its end does not. */
function reachOf(content: readonly Inline[], at: number, mark: Mark, value: string | true | undefined) {
  let reach = 1
  for (let next = at + 1; next < content.length; next += 1) {
    const run = content[next]
    if (run?.type === 'break') continue
    if (!run || markOf(run, mark) !== value) break
    reach = next - at + 1
  }
  return reach
}

const markOf = (run: Run, mark: Mark) => (mark === 'link' ? run.href : run[mark])

function wrap(mark: Mark, first: Inline, children: Phrase[]): Phrase {
  if (mark !== 'link') return { kind: mark, children }
  return { kind: 'link', href: (first.type === 'text' && first.href) || '', children }
}

function bare(inline: Inline): Phrase {
  if (inline.type === 'break') return { kind: 'break' }
  return { kind: inline.code ? 'code' : 'text', text: inline.text }
}
