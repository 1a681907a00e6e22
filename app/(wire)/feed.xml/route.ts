import { readFeed } from '@/db/cached/wire'
import { siteFeed } from '@/domain/wire/feed'
import { xmlResponse } from '@/domain/wire/xml'

export async function GET() {
  return xmlResponse(siteFeed(await readFeed()), 'application/rss+xml')
}
