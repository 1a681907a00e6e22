import { readSitemapIndex } from '@/db/cached/wire'
import { sitemapIndex } from '@/domain/wire/sitemap'
import { xmlResponse } from '@/domain/wire/xml'

export async function GET() {
  return xmlResponse(sitemapIndex(await readSitemapIndex()), 'application/xml')
}
