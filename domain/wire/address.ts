import { env } from '@/lib/env'

/** The whole address of a path of this site. */
export const wholeAddress = (path: string) => `${env().siteUrl}${path}`

/** The site's own address, as the front page's canonical one. */
export const siteAddress = () => wholeAddress('/')

/** Page N of a list; the first page's address has no number. */
export const pagePath = (path: string, page: number) => (page > 1 ? `${path}/${page}` : path)
