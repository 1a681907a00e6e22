import { LogPage } from '@/components/moderation/log-page'
import { MissingPage } from '@/components/page/notice-page'
import { readMissing } from '@/db/cached/missing'
import { readLog, readLogReasons } from '@/db/cached/moderation-log'
import { logPartPath, logParts, logPath, readLogPart, rulePart } from '@/domain/moderation-log/addresses'
import { listMetadata, missingMetadata } from '@/domain/wire/metadata'
import { logWords as words } from '@/lib/words/moderation-log'

type Asked = { part?: string; page: number | undefined }

async function read({ part, page }: Asked) {
  const filter = part === undefined ? ({ of: 'all' } as const) : readLogPart(part)
  if (!filter || !page) return
  const rules = await readLogReasons()
  const name = part === undefined ? '' : nameOf(part, rules)
  // A reason that never was has no page, or there would be as many pages as there are words.
  if (name === undefined) return
  const { lines, pages } = await readLog(filter, page)
  return page > pages ? undefined : { title: name ? words.titleOf(name) : words.title, lines, page, pages, part, rules }
}

const partNames: Record<string, string> = words.parts

function nameOf(part: string, rules: { code: string; ruleNo: number; label: string }[]) {
  if (Object.hasOwn(logParts, part)) return partNames[part]
  const rule = rules.find(({ code }) => rulePart(code) === part)
  return rule && words.rule(rule.ruleNo, rule.label)
}

/** Page N of the public log, or of a part of it. */
export async function LogRoute(asked: Asked) {
  const found = await read(asked)
  if (!found) {
    await readMissing()
    return <MissingPage />
  }
  return <LogPage {...found} />
}

export async function logMetadata(asked: Asked) {
  const found = await read(asked)
  if (!found) return missingMetadata()
  const path = asked.part === undefined ? logPath : logPartPath(asked.part)
  return listMetadata({ path, title: found.title, description: words.lead, page: found.page, of: found.pages })
}
