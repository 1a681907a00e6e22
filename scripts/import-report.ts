import { SingleBar } from 'cli-progress'
import { newsroomWords } from '@/lib/words/newsroom'
import { line } from './console'

const words = newsroomWords.import

type Outcome = 'imported' | 'changed' | 'unchanged' | { refused: string }

export type ImportReport = ReturnType<typeof createImportReport>

/** Reasons beyond these are counted only, so that a file of nothing but faults does not fill the memory. */
const mostReasons = 1000

/** Shows how far an import is, as a bar in a terminal and as a line at each tenth elsewhere, and what came of it. */
export function createImportReport(bytes: number, terminal = process.stdout.isTTY) {
  const counts = { imported: 0, changed: 0, unchanged: 0, refused: 0 }
  const reasons: string[] = []
  const said = () =>
    Object.entries(counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ')
  const bar = terminal ? new SingleBar({ format: '{bar} {percentage} %  {said}', hideCursor: true }) : undefined
  bar?.start(bytes, 0, { said: said() })
  let read = 0
  let tenth = 0

  return {
    advance(more: number) {
      read += more
      bar?.update(read, { said: said() })
      const reached = Math.floor((read / bytes) * 10)
      if (!bar && reached > tenth) line(`${reached * 10} %: ${said()}`)
      tenth = reached
    },
    count(outcome: Outcome, where: string) {
      const isRefused = typeof outcome === 'object'
      counts[isRefused ? 'refused' : outcome] += 1
      if (isRefused && reasons.length < mostReasons) reasons.push(`${where}  ${outcome.refused}`)
      bar?.update(read, { said: said() })
    },
    refused: () => counts.refused,
    print() {
      bar?.stop()
      for (const reason of reasons) line(`  ${reason}`)
      if (counts.refused > reasons.length) line(`  ${words.more(counts.refused - reasons.length)}`)
      for (const [name, n] of Object.entries(counts)) line(`${String(n).padStart(9)}  ${name}`)
    },
  }
}
