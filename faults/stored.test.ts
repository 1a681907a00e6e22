import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { aComment, aMember } from '@/db/testing/a-paper'
import { publishArticle } from '@/domain/article/publish-article'
import { aDraft, aText } from '@/domain/article/testing/a-draft'
import { articlePath } from '@/domain/comment/addresses'
import { pickComment } from '@/domain/comment/pick-comment'
import { takeInPicture } from '@/domain/media/take-in-picture'
import { cleanUp } from '@/domain/moderation/clean-up'
import { aSession } from '@/e2e/a-session'
import { newId } from '@/lib/new-id'
import { share, shareNodes } from './testing/node'
import { numberOf } from './testing/numbers'
import { listRoutes } from './testing/routes'
import { within } from './testing/soon'
import { readStoredPages } from './testing/stored-pages'
import { createVisitor } from './testing/visitor'

const node = shareNodes(1)

/** An article with everything, so that each route of the site has something to show. */
async function aPaper() {
  const editor = await aMember({ rank: 'editor' })
  const drawn = sharp({ create: { width: 500, height: 300, channels: 3, background: '#268' } })
  const picture = await takeInPicture(editor, await drawn.png().toBuffer(), { alt: 'The clock', credit: 'Ada Pilot' })
  const pictureId = picture.ok ? picture.value.id : ''
  const form = await aDraft(editor, {
    slug: `clock-${newId().slice(-8)}`,
    topics: ['Clocks'],
    newAuthors: ['Ida Quayle'],
    section: { name: 'Town' },
    text: aText({ pictureId }),
  })
  const { articleId } = form
  const outcome = await publishArticle(editor, { articleId, versionNo: 1, isMinor: false })
  if (!outcome.ok) throw new Error(outcome.refusal)
  const writer = await aMember()
  const comment = await aComment({ articleId, text: 'It is late.', memberId: writer.id })
  await pickComment(editor, { commentId: comment.id })
  const reader = createVisitor(node())
  await within(10_000, async () => expect((await reader.read('/feed.xml')).text).toContain(outcome.value.slug))
  const [year = '', month = ''] = new Date().toISOString().split('-')
  return {
    articleId,
    path: articlePath(outcome.value.slug),
    parameters: {
      ...{ slug: outcome.value.slug, section: 'town', topic: 'clocks', author: 'ida-quayle', year, month },
      ...{ page: '1', comment: comment.id, id: comment.id, no: '1', nextauth: 'callback/email', file: pictureId },
      ...{ order: 'newest', token: 'forged', key: 'forged', handle: writer.handle, list: newId() },
      ...{ what: 'removed', lines: '1.json' },
      '/moderation-log/reports/[month]:month': `${year}-${month}`,
      '/moderation-log/reports/[month]/[lines]:month': `${year}-${month}`,
      '/sitemaps/[page]:page': 'pages.xml',
      '/moderation/clean-up/[id]:id': await aCleanUp(),
      '/newsroom/articles/[id]:id': articleId,
      '/newsroom/articles/[id]/versions/[no]:id': articleId,
      '/confirmation-code/[id]:id': newId(),
      '/confirmation-code/[id]/sound:id': newId(),
    },
  }
}

/** Of somebody's only comment. */
async function aCleanUp() {
  const { memberId } = await aComment()
  const swath = { reach: 'account' as const, memberId: memberId ?? '', commentId: undefined, since: new Date(0) }
  const input = { ...swath, until: new Date(Date.now() + 1000), reason: 'spam', note: '' }
  const outcome = await cleanUp(await aMember({ rank: 'moderator' }), input)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}

const people = share(async () => ({
  member: await aSession('member'),
  moderator: await aSession('moderator'),
  editor: await aSession('editor'),
}))

const ranks = new Map([
  ...['member', 'moderator', 'editor'].map((rank) => [rank, rank] as const),
  ['the moderator again', 'moderator'],
])

const hint = 'courant-signed-in=1; courant-visitor=nobody'

/** Everybody in an order in which each follows each kind, strangers with what browsers keep of a former session too. */
function everybody() {
  const { member, moderator, editor } = people()
  const withHint = ({ cookie }: { cookie: string }) => ({ cookie: `${cookie}; ${hint}` })
  const persons = { moderator, stranger: undefined, editor: withHint(editor), 'former member': { cookie: hint } }
  return Object.entries({ ...persons, member, 'another stranger': undefined, 'the moderator again': moderator }).map(
    ([who, person]) => ({ who, visitor: createVisitor(node(), person) }),
  )
}

/** What is theirs alone and must be on nobody else's page. */
const secretsOf = ({ name, handle, token, formToken }: Awaited<ReturnType<typeof aSession>>) => [
  ...[name, handle, token, formToken],
]

const secrets = () => Object.values(people()).flatMap(secretsOf)
const foreign = 'evil.example'

/** Asks as somebody who calls the site by another name, which fetch does not let anybody do. */
async function readFrom(path: string, headers: Record<string, string>) {
  const asked = request(node().url + path, { headers })
  const answered = Promise.withResolvers<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>()
  asked.on('response', async (answer) => {
    answered.resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) })
  })
  asked.on('error', answered.reject).end()
  return answered.promise
}

test('what is for everyone is the same for everyone: one drawing, the same bytes and ETag, and no cookie', async () => {
  const { parameters } = await aPaper()
  const routes = listRoutes(parameters).filter(({ isForEveryone }) => isForEveryone)
  expect(routes.length).toBeGreaterThan(15)
  for (const { address } of routes) {
    // Whoever comes first has it drawn.
    const misled = await readFrom(address, {
      ...{ host: foreign, 'x-forwarded-host': foreign, 'x-forwarded-proto': 'https', 'x-forwarded-port': '444' },
      ...{ forwarded: `host=${foreign};proto=https`, 'x-forwarded-for': '203.0.113.9' },
    })
    expect([address, misled.status < 400, misled.text.includes(foreign)]).toEqual([address, true, false])
    const draws = await numberOf(node(), 'courant_page_answers', { store: 'pages', from: 'draws' })
    for (const { who, visitor } of everybody()) {
      const { status, text: said, headers } = await visitor.read(address)
      const { location, 'set-cookie': cookie } = misled.headers
      expect([address, who, status, headers.get('location') ?? undefined]).toEqual([
        address,
        who,
        misled.status,
        location,
      ])
      expect([address, who, headers.get('set-cookie'), cookie]).toEqual([address, who, null, undefined])
      expect([address, who, headers.get('cache-control')]).toEqual([address, who, misled.headers['cache-control']])
      expect([address, who, said === misled.text]).toEqual([address, who, true])
      expect(headers.get('etag')?.slice(1, 28)).toBe(misled.headers.etag?.slice(1, 28))
      for (const secret of secrets()) expect([address, said.includes(secret)]).toEqual([address, false])
    }
    const drawn = (await numberOf(node(), 'courant_page_answers', { store: 'pages', from: 'draws' })) - draws
    // A file of the build: Next answers it without drawing anything.
    if (address !== '/robots.txt') expect([address, drawn]).toEqual([address, 0])
  }
})

test('what is for one person is stored nowhere, and whoever comes next gets their own', async () => {
  const { parameters } = await aPaper()
  const routes = listRoutes(parameters).filter(({ isForEveryone }) => !isForEveryone)
  expect(routes.length).toBeGreaterThan(14)
  const stored = await numberOf(node(), 'courant_page_store', { store: 'pages', of: 'pages' })
  const missed = await numberOf(node(), 'courant_page_store', { store: 'pages', of: 'misses' })
  const seen = new Map<string, string>()
  for (const { address } of routes) {
    for (const { who, visitor } of everybody()) {
      const { status, headers, text: said } = await visitor.read(address)
      const rank = ranks.get(who) ?? 'stranger'
      expect([address, who, headers.get('cache-control')]).toEqual([address, who, expect.stringContaining('no-store')])
      expect([address, who, headers.get('etag'), headers.get('age')]).toEqual([address, who, null, null])
      const told = `${status} ${headers.get('location') ?? ''}`
      if (!seen.has(address + rank)) seen.set(address + rank, told)
      expect([address, who, told]).toEqual([address, who, seen.get(address + rank)])
      const others = Object.entries(people()).filter(([other]) => other !== rank)
      for (const secret of others.flatMap(([, session]) => secretsOf(session)))
        expect([address, who, secret, said.includes(secret)]).toEqual([address, who, secret, false])
    }
  }
  expect(seen.get('/moderationstranger')).toMatch(/^307 .*\/sign-in\?next=/)
  expect(seen.get('/moderationmoderator')).toBe('200 ')
  expect(seen.get('/moderationmember')).toBe('403 ')
  expect(seen.get('/newsroommoderator')).toBe('403 ')
  expect(seen.get('/newsroomeditor')).toBe('200 ')
  expect(await numberOf(node(), 'courant_page_store', { store: 'pages', of: 'pages' })).toBe(stored)
  expect(await numberOf(node(), 'courant_page_store', { store: 'pages', of: 'misses' })).toBe(missed)
})

test('a foreign name of the site stands in no answer, redirects among them', async () => {
  const { parameters, path } = await aPaper()
  const misleading = { host: foreign, 'x-forwarded-host': foreign, 'x-forwarded-proto': 'https' }
  for (const { address } of [...listRoutes(parameters), { address: `${path}/` }, { address: '/nothing-here' }]) {
    const { headers, text: said } = await readFrom(address, misleading)
    expect([address, JSON.stringify(headers).includes(foreign), said.includes(foreign)]).toEqual([
      address,
      false,
      false,
    ])
  }
})

test('what Next’s router asks for and what readers ask for never stand in for one another', async () => {
  const routes = listRoutes((await aPaper()).parameters).filter(({ isForEveryone }) => isForEveryone)
  const pages = routes.filter(({ address }) => !/\.(xml|txt|json)$|^\/media/.test(address))
  const asRouter: Record<string, string>[] = [
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    { rsc: '1', 'next-router-state-tree': encodeURIComponent('["",{"children":["__PAGE__",{}]},null,null,true]') },
    { 'next-router-prefetch': '1' },
  ]
  for (const { address } of pages) {
    // From an address of its own each, since no single reader may ask for so much.
    const reader = createVisitor(node())
    const typeOf = async (
      path: string,
      headers: Record<string, string>,
    ): Promise<{ type?: string | undefined; text: string }> => {
      const answer = await reader.get(path, headers)
      const location = answer.headers.get('location')
      // To the address that goes with the headers, which keeps browsers from taking one for the other.
      if (location?.includes('?_rsc')) return typeOf(location.replace(/^https?:\/\/[^/]+/, ''), headers)
      return { type: answer.headers.get('content-type')?.split(';')[0], text: await answer.text() }
    }
    for (const headers of asRouter) await typeOf(`${address}?_rsc=1x2y3`, headers)
    const html = await reader.read(address)
    const isRedirect = html.status >= 300
    expect([address, isRedirect || html.headers.get('content-type')]).toEqual([
      address,
      isRedirect || 'text/html; charset=utf-8',
    ])
    for (const headers of asRouter) {
      for (const path of [address, `${address}?_rsc=1x2y3`]) {
        const { type, text: said } = await typeOf(path, headers)
        if (headers.rsc && !isRedirect)
          expect([path, headers, type, said.includes('<html')]).toEqual([path, headers, 'text/x-component', false])
        const again = await reader.read(address)
        expect([address, headers, again.text === html.text]).toEqual([address, headers, true])
        expect(again.headers.get('etag')).toBe(html.headers.get('etag'))
      }
    }
    // A browser's address bar may hold it.
    expect([address, (await reader.read(`${address}?_rsc=1x2y3`)).text === html.text]).toEqual([address, true])
  }
})

const crawlers = [
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Twitterbot/1.0',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
]

test('crawlers get the bytes that readers get, from the same store', async () => {
  const { path } = await aPaper()
  for (const address of [path, '/', '/sections/town', '/feed.xml']) {
    const [first = '', ...others] = crawlers
    const bot = createVisitor(node())
    const drawn = await bot.get(address, { 'user-agent': first })
    const body = await drawn.text()
    const counts = async () => ({
      draws: await numberOf(node(), 'courant_page_answers', { store: 'pages', from: 'draws' }),
      hits: await numberOf(node(), 'courant_page_answers', { store: 'pages', from: 'hits' }),
    })
    const before = await counts()
    for (const agent of [...others, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0']) {
      const answer = await bot.get(address, { 'user-agent': agent })
      expect([agent, answer.headers.get('etag')]).toEqual([agent, drawn.headers.get('etag')])
      expect([agent, (await answer.text()) === body]).toEqual([agent, true])
    }
    expect(await counts()).toEqual({ draws: before.draws, hits: before.hits + crawlers.length })
  }
})

test('on disk there are pages for everyone, and nothing of anybody', async () => {
  const { parameters } = await aPaper()
  const routes = listRoutes(parameters)
  const reader = createVisitor(node(), people().member)
  for (const { address } of routes) await reader.read(address)
  const isRoute = (path: string) => routes.some(({ address, isForEveryone }) => isForEveryone && address === path)
  const stored = () => readStoredPages(node().dataFolder)
  await within(10_000, async () =>
    expect((await stored()).filter(({ path }) => isRoute(path)).length).toBeGreaterThan(12),
  )
  for (const { path, head, body } of await stored()) {
    expect([path, personal.test(path)]).toEqual([path, false])
    for (const secret of [...secrets(), foreign])
      expect([path, secret, (head + body).includes(secret)]).toEqual([path, secret, false])
    expect(head.toLowerCase()).not.toContain('set-cookie')
  }
})

const personal =
  /\/(discussion|account|sign-in|search|moderation(?!-log)|newsroom|members|comments\/[0-9a-f-]{36}|api)\b/
