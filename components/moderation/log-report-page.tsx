import type { ReadLogReport } from '@/db/cached/moderation-log'
import { rulePath } from '@/domain/moderation/addresses'
import { logLinesPath, logPath, logReportsPath } from '@/domain/moderation-log/addresses'
import { share, spanText } from '@/domain/moderation-log/log-text'
import { monthName } from '@/lib/month'
import { logWords } from '@/lib/words/moderation-log'

const words = logWords.report

type Row = [term: string, said: string | number]

/** How a month of moderation went, in numbers that everybody can count again from the log. */
export function LogReportPage({ month, report }: { month: string; report: ReadLogReport }) {
  const { isRunning, reasons } = report
  return (
    <main id="text" className="article-list log-report">
      <header className="list-header">
        <h1>{words.title(monthName(month))}</h1>
        <p>{words.lead}</p>
      </header>
      {isRunning && <p className="notice">{`${words.running} ${words.recent}`}</p>}
      <Numbers caption={words.numbers} head={words.number} rows={numbersOf(report)} />
      <Numbers caption={words.waits} head={words.median} rows={waitsOf(report)} />
      <Numbers caption={words.appeals} head={words.number} rows={appealsOf(report)} />
      {reasons.length === 0 ? <p>{words.noReasons}</p> : <ByReason reasons={reasons} />}
      <p className="log-notes">
        <a href={logLinesPath(month)}>{words.json}</a>. <a href={logPath}>{words.log}</a>.{' '}
        <a href={logReportsPath}>{logWords.reports}</a>.
      </p>
    </main>
  )
}

function numbersOf({ removed, notLetThrough, held, approved, kept, restored, automatic }: ReadLogReport): Row[] {
  const byItself = share(automatic, removed + held)
  return [
    [words.removed, removed],
    [words.notLetThrough, notLetThrough],
    [words.held, held],
    [words.approved, approved],
    [words.kept, kept],
    [words.restored, restored],
    [words.share, byItself === null ? words.noWait : words.percent(byItself)],
  ]
}

function waitsOf({ waitHeld, waitReported, waitAppeal }: ReadLogReport): Row[] {
  const said = (seconds: number | null) => (seconds === null ? words.noWait : spanText(seconds))
  return [
    [words.waitHeld, said(waitHeld)],
    [words.waitReported, said(waitReported)],
    [words.waitAppeal, said(waitAppeal)],
  ]
}

function appealsOf({ appeals, upheld, overturned, takenBack }: ReadLogReport): Row[] {
  const rate = share(overturned, upheld + overturned)
  return [
    [words.received, appeals],
    [words.upheld, upheld],
    [words.overturned, overturned],
    [words.takenBack, takenBack],
    [words.rate, rate === null ? words.noRate : words.percent(rate)],
  ]
}

function Numbers({ caption, head, rows }: { caption: string; head: string; rows: Row[] }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{head}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([term, said]) => (
          <tr key={term}>
            <th scope="row">{term}</th>
            <td>{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ByReason({ reasons }: Pick<ReadLogReport, 'reasons'>) {
  return (
    <table>
      <caption>{words.byReason}</caption>
      <thead>
        <tr>
          <th scope="col">{words.reason}</th>
          {(['removed', 'automatic', 'restored'] as const).map((column) => (
            <th key={column} scope="col">
              {words.ofReason[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, label, ruleNo, removed, automatic, restored }) => (
          <tr key={code}>
            <th scope="row">
              <a href={rulePath(code)} dir="auto">
                {logWords.rule(ruleNo, label)}
              </a>
            </th>
            <td>{removed}</td>
            <td>{automatic}</td>
            <td>{restored}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
