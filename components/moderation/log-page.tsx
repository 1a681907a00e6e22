import type { ReactNode } from 'react'
import { Moment } from '@/components/page/moment'
import type { LogLine } from '@/db/queries/moderation-log'
import { articlePath } from '@/domain/comment/addresses'
import { rulePath } from '@/domain/moderation/addresses'
import {
  type LogPart,
  logFeedPath,
  logPartPath,
  logParts,
  logPath,
  logReportsPath,
  rulePart,
} from '@/domain/moderation-log/addresses'
import { didOf, roleOf, whyOf } from '@/domain/moderation-log/log-text'
import { pagePath } from '@/domain/wire/address'
import { logWords as words } from '@/lib/words/moderation-log'
import { Paging } from '../page/paging'

type Rule = { code: string; label: string; ruleNo: number }

type Props = {
  title: string
  lines: LogLine[]
  page: number
  pages: number
  /** The part that is shown, as addresses name it; none for everything. */
  part: string | undefined
  rules: Rule[]
}

/** The public log: what was decided about comments, for everybody. */
export function LogPage({ title, lines, page, pages, part, rules }: Props) {
  const path = part ? logPartPath(part) : logPath
  return (
    <main id="text" className="article-list public-log">
      <header className="list-header">
        <h1 dir="auto">{title}</h1>
        <p>{words.lead}</p>
      </header>
      <p className="log-notes">
        {words.delay} <a href={logReportsPath}>{words.reports}</a>. <a href={logFeedPath}>{words.feed}</a>.
      </p>
      <Parts part={part} rules={rules} />
      {lines.length === 0 && <p className="empty">{part ? words.nonePart : words.none}</p>}
      <ol className="log-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <Paging page={page} pages={pages} pathOf={(n) => pagePath(path, n)} />
    </main>
  )
}

function Line({ line }: { line: LogLine }) {
  const why = whyOf(line)
  return (
    <li>
      <Moment at={line.createdAt} /> <b>{didOf(line)}</b>
      {why && ', '}
      {why && (line.code ? <a href={rulePath(line.code)}>{why}</a> : why)} <span>({words.roles[roleOf(line)]})</span>
      <span className="log-article">
        {line.slug ? (
          <a href={articlePath(line.slug)} dir="auto">
            {line.headline}
          </a>
        ) : (
          words.gone
        )}
      </span>
    </li>
  )
}

const parts = Object.keys(logParts) as LogPart[]

function Parts({ part, rules }: Pick<Props, 'part' | 'rules'>) {
  return (
    <>
      <Choices label={words.partsLabel}>
        <Choice path={logPath} isHere={part === undefined}>
          {words.all}
        </Choice>
        {parts.map((one) => (
          <Choice key={one} path={logPartPath(one)} isHere={one === part}>
            {words.parts[one]}
          </Choice>
        ))}
      </Choices>
      <Choices label={words.rulesLabel}>
        {rules.map(({ code, label, ruleNo }) => (
          <Choice key={code} path={logPartPath(rulePart(code))} isHere={part === rulePart(code)}>
            {words.rule(ruleNo, label)}
          </Choice>
        ))}
      </Choices>
    </>
  )
}

const Choices = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className="log-parts">
    <ul>{children}</ul>
  </nav>
)

const Choice = ({ path, isHere, children }: { path: string; isHere: boolean; children: ReactNode }) => (
  <li>
    <a href={path} aria-current={isHere ? 'page' : undefined} dir="auto">
      {children}
    </a>
  </li>
)
