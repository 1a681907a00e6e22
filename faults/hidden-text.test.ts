import { expect, test } from 'vitest'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { hideComment } from '@/domain/moderation/decide-comment'
import { aSession } from '@/e2e/a-session'
import { newId } from '@/lib/new-id'
import { shareNodes } from './testing/node'
import { listRoutes } from './testing/routes'
import { within } from './testing/soon'
import { readStoredPages } from './testing/stored-pages'
import { createVisitor, type Visitor } from './testing/visitor'

const node = shareNodes(1)

/** Each form in which the site may answer for one address. */
const payloads: Record<string, Record<string, string>> = {
  html: {},
  gzip: { 'accept-encoding': 'gzip' },
  brotli: { 'accept-encoding': 'br' },
  rsc: { rsc: '1' },
  prefetch: { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/' },
  segment: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  json: { accept: 'application/json' },
}

/** Every public address under which something of the article or of the comment stands, and the ones that ask for it. */
function addressesOf(slug: string, commentId: string, word: string) {
  const month = new Date().toISOString().slice(0, 7)
  const [year = '', ofYear = ''] = month.split('-')
  const parameters = {
    ...{ slug, comment: commentId, id: commentId, page: '1', order: 'newest', year, month: ofYear },
    ...{ section: 'nowhere', topic: 'nowhere', author: 'nobody', file: newId(), token: 'forged', key: 'forged' },
    ...{ handle: 'nobody', list: newId() },
    ...{ nextauth: 'session', no: '1', what: 'removed', lines: '1.json' },
    '/sitemaps/[page]:page': 'pages.xml',
    '/moderation-log/reports/[month]:month': month,
    '/moderation-log/reports/[month]/[lines]:month': month,
  }
  const discussion = `${articlePath(slug)}/discussion`
  const asked = [`?at=${commentId}`, `?reply=${commentId}`, `?reply=${commentId}&quote=1`, '?order=newest', '?page=1']
  return [
    ...listRoutes(parameters).map(({ address }) => address),
    ...asked.map((query) => discussion + query),
    `/search?q=${word}`,
    `/api/viewer?article=${commentId}`,
  ]
}

async function whereItStands(visitor: Visitor, addresses: string[], word: string) {
  const found: string[] = []
  for (const address of addresses) {
    for (const [kind, headers] of Object.entries(payloads)) {
      const first = await visitor.get(address, headers)
      // What Next's router asks for has an address of its own, to which it is led.
      const led = first.headers.get('location')?.replace(/^https?:\/\/[^/]+/, '') ?? ''
      const answer = /[?&]_rsc/.test(led) ? await visitor.get(led, headers) : first
      const { location } = Object.fromEntries(answer.headers)
      const said = (await answer.text()) + (location ?? '')
      // The search repeats what was asked for.
      if (said.replaceAll(`q=${word}`, '').includes(`${word}ly said`)) found.push(`${kind} ${address}`)
    }
  }
  return found
}

test('the text of a hidden comment stands in no answer of the site, of whatever kind, nor in any stored page', async () => {
  const article = await anArticle()
  const word = `unutterable${newId().slice(-8)}`
  const said = await aComment({ articleId: article.id, text: `It is ${word}ly said.` })
  const reply = await aComment({ articleId: article.id, parent: said, text: 'Indeed.' })
  const addresses = addressesOf(article.slug, said.id, word)
  const visitors = [createVisitor(node()), createVisitor(node(), await aSession('member'))]
  const [reader = visitors[0]] = visitors
  if (!reader) throw new Error('nobody reads')
  await within(15_000, async () => expect((await reader.read(articlePath(article.slug))).text).toContain('Indeed.'))

  const before = await whereItStands(reader, addresses, word)
  for (const kind of ['html', 'gzip', 'brotli', 'rsc']) expect(before).toContain(`${kind} ${articlePath(article.slug)}`)
  expect(before.length).toBeGreaterThan(20)
  await within(15_000, async () => expect(await isOnDisk(`${word}ly`)).toBe(true))

  const verdict = { commentId: said.id, seenAs: 'visible', reason: 'hate', note: '' } as const
  expect(await hideComment(await aMember({ rank: 'moderator' }), verdict)).toMatchObject({ ok: true })
  await within(15_000, async () =>
    expect((await reader.read(articlePath(article.slug))).text).toContain('Removed by a moderator'),
  )
  for (const visitor of visitors) expect(await whereItStands(visitor, addresses, word)).toEqual([])
  await within(15_000, async () => expect(await isOnDisk(`${word}ly`)).toBe(false))

  // Its place and what answers it stay, with the rule.
  const { text } = await reader.read(articlePath(article.slug))
  expect(text).toMatch(/Removed by a moderator.{1,200}hatred against a group of people/s)
  expect(text).toContain(reply.id)
  expect(text).toContain('Indeed.')
})

async function isOnDisk(word: string) {
  const pages = await readStoredPages(node().dataFolder)
  return pages.some(({ head, body }) => (head + body).includes(word))
}
