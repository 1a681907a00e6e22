import { readMissing } from '@/db/cached/missing'
import { readSitemap } from '@/db/cached/wire'
import { readSitemapName, sitemap } from '@/domain/wire/sitemap'
import { xmlResponse } from '@/domain/wire/xml'
import { siteWords } from '@/lib/words/site'

export const generateStaticParams = () => [{ page: '__none__' }]

export async function GET(_request: Request, { params }: RouteContext<'/sitemaps/[page]'>) {
  const name = readSitemapName((await params).page)
  const addresses = name ? await readSitemap(name) : []
  if (addresses.length > 0) return xmlResponse(sitemap(addresses), 'application/xml')
  await readMissing()
  return new Response(siteWords.missing, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
