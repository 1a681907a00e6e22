import { readMissing } from '@/db/cached/missing'
import { readLogLines } from '@/db/cached/moderation-log'
import { readLinesName } from '@/domain/moderation-log/addresses'
import { logJson } from '@/domain/moderation-log/log-wire'
import { monthSpan } from '@/lib/month'
import { siteWords } from '@/lib/words/site'

export const generateStaticParams = () => [{ month: '__none__', lines: '__none__' }]

type Context = RouteContext<'/moderation-log/reports/[month]/[lines]'>

export async function GET(_request: Request, { params }: Context) {
  const { month, lines: name } = await params
  const [span, page] = [monthSpan(month), readLinesName(name)]
  const found = span && page ? await readLogLines(span.from, span.before, page) : undefined
  if (found && page && page <= found.pages) return Response.json(logJson(month, found.lines, page, found.pages))
  await readMissing()
  return new Response(siteWords.missing, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
