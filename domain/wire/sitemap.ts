import { z } from 'zod'
import { mostAddresses, type SitemapAddress, type SitemapMonth, type SitemapName } from '@/db/queries/wire'
import { wholeAddress } from './address'
import { escapeXml } from './xml'

const listName = z.enum(['pages', 'topics', 'authors'])
const monthName = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,3}))?$/

/** The map that the last part of an address names, such as `2026-03.xml`, or `2026-03-2.xml` for its second part. */
export function readSitemapName(file: string): SitemapName | undefined {
  if (!file.endsWith('.xml')) return
  const name = file.slice(0, -'.xml'.length)
  const list = listName.safeParse(name)
  if (list.success) return { of: list.data }
  const [, month, part] = monthName.exec(name) ?? []
  return month ? { of: 'month', month, part: Number(part ?? 1) } : undefined
}

type IndexContent = { months: readonly SitemapMonth[]; hasTopics: boolean; hasAuthors: boolean }

/** The index of all maps. An article stays on the map of its month, whatever is published or withdrawn elsewhere. */
export function sitemapIndex({ months, hasTopics, hasAuthors }: IndexContent) {
  const lists = ['pages', ...(hasTopics ? ['topics'] : []), ...(hasAuthors ? ['authors'] : [])]
  const maps = [
    ...lists.map((name) => ({ path: `/sitemaps/${name}.xml`, changedAt: null })),
    ...months.flatMap(({ month, articles, changedAt }) =>
      Array.from({ length: Math.ceil(articles / mostAddresses) }, (_, place) => ({
        path: `/sitemaps/${month}${place > 0 ? `-${place + 1}` : ''}.xml`,
        changedAt,
      })),
    ),
  ]
  return document('sitemapindex', 'sitemap', maps)
}

export const sitemap = (addresses: readonly SitemapAddress[]) => document('urlset', 'url', addresses)

function document(root: string, entry: string, addresses: readonly SitemapAddress[]) {
  const entries = addresses.map(({ path, changedAt }) => {
    const lastmod = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''
    return `<${entry}><loc>${escapeXml(wholeAddress(encodeURI(path)))}</loc>${lastmod}</${entry}>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${root}>`,
    '',
  ].join('\n')
}
