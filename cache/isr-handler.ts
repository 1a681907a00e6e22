import { env } from '../lib/env.ts'
import { endOf, statusOf } from './entry-tags.ts'
import { courant } from './slot.ts'

/** The parts of Next's page and route entries that matter here; what else they hold is passed on as it is. */
export type Page = {
  kind: string
  status?: number
  headers?: Record<string, unknown>
  html?: unknown
  body?: unknown
  rscData?: unknown
  /** What is left to draw at each request, of a page that is not the same for everyone. */
  postponed?: unknown
  segmentData?: Map<string, Uint8Array>
}

/** What Next tells of the request that an instance is for. */
type Asked = { _requestHeaders?: Record<string, unknown> | undefined }

type Lifetime = { cacheControl?: { revalidate: number | false } }

/** Headers by which server.ts learns the tags of an answer and when its drawing began. They never leave the house. */
export const tagsHeader = 'x-courant-tags'
export const begunHeader = 'x-courant-begun'

const { isBuild } = env()

/**
 * Next's store of finished pages (`cacheHandler` in next.config). Next makes one instance for each request, and the
 * instance that missed a key in `get` is the one that is told to `set` it: so the miss is when the drawing began.
 */
export default class IsrHandler {
  #begun = new Map<string, number>()
  #made = courant().clock.now()
  #isForm: boolean

  constructor({ _requestHeaders: sent }: Asked = {}) {
    this.#isForm = /^(multipart|application\/x-www-form)/.test(String(sent?.['content-type'] ?? ''))
  }

  async get(key: string) {
    const { clock, pages } = courant()
    const page = pages.get(key)
    // Next would go on drawing from the kept part, and forget what the form's action answered.
    const isLeftOut = this.#isForm && page?.value.postponed !== undefined
    if (page && !isLeftOut && Date.now() < page.end && !clock.isOutdated(page.tags, page.begun)) {
      return { value: page.value, lastModified: page.begun }
    }
    if (!isLeftOut) pages.delete(key)
    this.#begun.set(key, clock.now())
    return null
  }

  async set(key: string, page: Page | null, { cacheControl }: Lifetime = {}) {
    const { clock, pages } = courant()
    if (!page || isBuild || (page.kind !== 'APP_PAGE' && page.kind !== 'APP_ROUTE')) return
    const begun = this.#begun.get(key) ?? this.#made
    const tags = String(page.headers?.['x-next-cache-tags'] ?? '')
      .split(',')
      .filter(Boolean)
    page.status = statusOf(tags) ?? page.status
    page.headers = { ...page.headers, [tagsHeader]: tags.join(','), [begunHeader]: String(begun) }

    const end = Math.min(endOf(tags), begun + (cacheControl?.revalidate || Number.POSITIVE_INFINITY) * 1000)
    if (Date.now() >= end || clock.isOutdated(tags, begun)) return
    pages.set(key, { value: page, tags, begun, end, bytes: sizeOf(page) })
  }

  async revalidateTag(tags: string | string[]) {
    courant().applyInvalidation([tags].flat(), 'now')
  }

  resetRequestCache() {}
}

function sizeOf({ html, body, rscData, segmentData }: Page) {
  const parts = [html, body, rscData, ...(segmentData?.values() ?? [])]
  return parts.reduce<number>((sum, part) => sum + lengthOf(part), 1)
}

function lengthOf(part: unknown) {
  if (typeof part === 'string') return part.length * 2
  return part instanceof Uint8Array ? part.byteLength : 0
}
