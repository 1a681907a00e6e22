import { Fragment } from 'react'
import type { MarkedRun } from '@/lib/marked-runs'

/** A text with the words marked that were looked for. */
export function MarkedText({ runs }: { runs: readonly MarkedRun[] }) {
  return runs.map(({ text, isMarked }, place) => {
    const key = `${place}-${text}`
    return isMarked ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>
  })
}
