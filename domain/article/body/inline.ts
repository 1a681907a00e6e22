import type { Inline, Run } from './body'
import { bodyLimits } from './body-limits'

export type Marks = Omit<Run, 'type' | 'text'>

/** Text as it may be stored and drawn: whole characters, no control characters but tab and newline. */
export function storableText(text: string) {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n]|\ufeff/gu, '')
}

/** A run, its white space as HTML draws it. */
export function run(text: string, marks: Marks = {}): Run {
  return { type: 'text', text: storableText(text.replace(/[ \t\n\f\r]+/g, ' ')), ...marks }
}

/**
 * One line of thought as it is stored: no white space at its ends or doubled across runs, no mark that
 * covers nothing but white space, neighbours with equal marks joined, no run over the limit.
 */
export function tidyInline(content: readonly Inline[]): Inline[] {
  return cutToLimit(joinEqual(bridgeSpaces(collapseSpaces(content.flatMap(bareEnds)))))
}

export function isBlank(content: readonly Inline[]) {
  return content.every((inline) => inline.type === 'break' || inline.text.trim() === '')
}

/** Lines of inline content as one, broken where they met. */
export function joinLines(lines: readonly Inline[][]): Inline[] {
  return lines.flatMap((line, place) => (place === 0 ? line : [{ type: 'break' as const }, ...line]))
}

export function textOf(content: readonly Inline[]) {
  return content.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('')
}

/** White space at the ends of a bold or italic run as a run of its own, unmarked. */
function bareEnds(inline: Inline): Inline[] {
  if (inline.type === 'break' || inline.code || !(inline.bold || inline.italic)) return [inline]
  const { bold: _bold, italic: _italic, ...plain } = inline
  const core = inline.text.trim()
  if (core === '') return [plain]
  const from = inline.text.indexOf(core)
  const before = { ...plain, text: inline.text.slice(0, from) }
  const after = { ...plain, text: inline.text.slice(from + core.length) }
  return [before, { ...inline, text: core }, after]
}

/** White space is bold or italic where both its neighbours are: Markdown cannot say it at the end of either. */
function bridgeSpaces(content: Inline[]): Inline[] {
  return content.map((inline, place) => {
    const [before, after] = [content[place - 1], content[place + 1]]
    const isSpace =
      inline.type === 'text' && inline.text.trim() === '' && before?.type === 'text' && after?.type === 'text'
    if (!isSpace) return inline
    return { ...inline, bold: before.bold && after.bold, italic: before.italic && after.italic }
  })
}

function collapseSpaces(content: Inline[]): Inline[] {
  const kept: Inline[] = []
  let afterSpace = true
  for (const inline of content) {
    if (inline.type === 'break') {
      trimLast(kept)
      kept.push(inline)
      afterSpace = true
      continue
    }
    const text = afterSpace ? inline.text.replace(/^[ \n]+/, '') : inline.text
    if (text === '') continue
    kept.push({ ...inline, text })
    afterSpace = /[ \n]$/.test(text)
  }
  trimLast(kept)
  return withoutOuterBreaks(kept)
}

function trimLast(kept: Inline[]) {
  const last = kept.at(-1)
  if (last?.type !== 'text') return
  const text = last.text.replace(/[ \n]+$/, '')
  kept.pop()
  if (text !== '') kept.push({ ...last, text })
}

function withoutOuterBreaks(content: Inline[]) {
  const first = content.findIndex((inline) => inline.type === 'text')
  const last = content.findLastIndex((inline) => inline.type === 'text')
  return first < 0 ? [] : content.slice(first, last + 1)
}

function joinEqual(content: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of content) {
    const last = joined.at(-1)
    if (inline.type === 'text' && last?.type === 'text' && marksOf(last) === marksOf(inline)) last.text += inline.text
    else joined.push(inline.type === 'text' ? inOrder(inline) : inline)
  }
  return joined
}

/** Equal runs are equal as JSON, which ids are made of. */
function inOrder({ text, bold, italic, code, href }: Run): Run {
  return {
    type: 'text',
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(code && { code }),
    ...(href && { href }),
  }
}

const marksOf = ({ bold, italic, code, href }: Run) => JSON.stringify([bold, italic, code, href])

function cutToLimit(content: Inline[]): Inline[] {
  return content.flatMap((inline) => {
    if (inline.type === 'break' || inline.text.length <= bodyLimits.text) return [inline]
    const pieces = inline.text.match(new RegExp(`[^]{1,${bodyLimits.text - 1}}`, 'gu')) ?? []
    return pieces.map((text) => ({ ...inline, text }))
  })
}
