import type { Answer } from './held-response.ts'

/** Where a document's header says that the rules are. */
export const rulesPath = '/speculation-rules.json'
export const rulesHeader = { 'speculation-rules': `"${rulesPath}"` }

/** What is drawn for one person or does something when it is drawn, and what is no page. */
const left = [
  ...['account', 'api', 'comments', 'confirmation-code', 'enhance', 'media', 'members', 'moderation', 'newsroom'],
  ...['search', 'sign-in'],
].map((name) => `/${name}{/*}?`)
const notPages = ['/articles/*/discussion', '/*.xml', '/*.json', '/*.txt', '/healthz', '/readyz', '/metrics']

/**
 * Which links of a document a browser may follow before the reader does: to pages that are stored, for which it gets the
 * bytes that everybody gets (https://html.spec.whatwg.org/multipage/speculative-loading.html).
 */
export const rules = {
  prefetch: [
    {
      where: { and: [{ href_matches: '/*' }, { not: { href_matches: [...left, ...notPages] } }] },
      eagerness: 'moderate',
    },
  ],
}

export const rulesAnswer: Answer = {
  status: 200,
  headers: { 'content-type': 'application/speculationrules+json', 'cache-control': 'public, max-age=3600' },
  body: Buffer.from(JSON.stringify(rules)),
}
