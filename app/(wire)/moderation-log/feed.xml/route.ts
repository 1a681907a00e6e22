import { readLogFeed } from '@/db/cached/moderation-log'
import { logFeed } from '@/domain/moderation-log/log-wire'
import { xmlResponse } from '@/domain/wire/xml'

export async function GET() {
  return xmlResponse(logFeed(await readLogFeed()), 'application/rss+xml')
}
