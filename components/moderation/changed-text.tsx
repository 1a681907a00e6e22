import { inOrder } from '@/components/article/in-order'
import { type Run, wordDifferences } from '@/lib/word-differences'

/** A text as it was typed, with the words marked that it has or lacks since the one before it. */
export function ChangedText({ before, after }: { before: string; after: string }) {
  return (
    <p className="changed-text" dir="auto">
      {inOrder(wordDifferences(before, after).map(drawRun))}
    </p>
  )
}

function drawRun({ kind, text }: Run) {
  if (kind === 'same') return text
  return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>
}
