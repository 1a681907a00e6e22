import { inOrder } from '@/components/article/in-order'
import type { MatchedWord } from '@/domain/word-filter/matched-word'

type Props = { text: string; words: readonly MatchedWord[] }

/** A text as it was typed, with what the filter found in it marked. */
export function MatchedText({ text, words }: Props) {
  return (
    <blockquote className="matched-text" dir="auto">
      {inOrder(runsOf(text, words).map(drawRun))}
    </blockquote>
  )
}

type Run = { text: string; isMarked: boolean }

const drawRun = ({ text, isMarked }: Run) => (isMarked ? <mark>{text}</mark> : text)

/** What is found twice, or one within the other, is marked once. */
function runsOf(text: string, words: readonly MatchedWord[]) {
  const runs: Run[] = []
  let at = 0
  for (const { start, end } of words.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue
    runs.push({ text: text.slice(at, Math.max(at, start)), isMarked: false })
    runs.push({ text: text.slice(Math.max(at, start), end), isMarked: true })
    at = end
  }
  return [...runs, { text: text.slice(at), isMarked: false }].filter((run) => run.text !== '')
}
