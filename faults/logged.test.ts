import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { comment } from '@/db/schema'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { env } from '@/lib/env'
import { openBrowser } from './testing/browser'
import { startMailServer } from './testing/mail-server'
import { share, startNode } from './testing/node'

const site = share(async (atEnd) => {
  const mail = await startMailServer(atEnd)
  const variables = { SMTP_URL: mail.url, LOG_LEVEL: 'debug', TRUSTED_PROXIES: '127.0.0.1' }
  return { mail, node: await startNode({ variables }, atEnd) }
})

/** What tells each reader's address and neighbourhood, however it is shortened. */
const readers = [
  { address: '198.51.100.77', sign: '198.51.100' },
  { address: '2001:db8:77:1234::beef', sign: '2001:db8:77' },
]

for (const { address, sign } of readers) {
  test(`whoever reads, writes, signs in or is refused from ${address}, no log holds that, nor what was typed`, async () => {
    const { node, mail } = site()
    const unique = randomBytes(4).toString('hex')
    const [email, nobody] = [`ida-${unique}@reader.example`, `nobody-${unique}@reader.example`]
    const text = `Private words ${unique}`
    const article = await anArticle()
    await aComment({ articleId: article.id })
    const path = articlePath(article.slug)
    const reader = openBrowser(node, address)

    for (const page of [path, `/search?q=${unique}`, '/nothing-here', '/%zz', '/account', '/moderation'])
      await reader.open(page)
    await reader.open(path)
    await reader.press('Post comment', { name: 'Ida', email, text })
    expect(reader.page().text).toContain(text)

    await reader.open('/sign-in')
    await reader.press('Send me a letter', { email: nobody })
    await expect.poll(() => mail.refused, { timeout: 5000 }).toContain(nobody)
    await reader.open('/sign-in')
    await reader.press('Send me a letter', { email })
    const { code, link } = await mail.letterTo(email)
    const token = new URL(link).searchParams.get('token') ?? ''
    await reader.press('Sign in', { code: code === '000000' ? '000001' : '000000' })
    await reader.press('Sign in', { code })
    expect(reader.page()).toMatchObject({ path: '/account', status: 200 })
    await reader.open(path)
    await reader.press('Post comment', { text: `${text}, signed` })

    await expectFault(address, path, text)
    await expectRefusals(address, path, text)
    await pause(300)

    const said = node.said()
    expect(said).toContain('its text was given back')
    expect(said).toContain('could not be sent')
    const secrets = [address, sign, email, nobody, encodeURIComponent(email), unique, code, token, ...reader.secrets()]
    for (const secret of secrets) expect([secret, said.includes(secret)]).toEqual([secret, false])
  })
}

const send = (path: string, address: string, init: RequestInit & { headers?: Record<string, string> }) =>
  fetch(site().node.url + path, {
    method: 'POST',
    redirect: 'manual',
    ...init,
    headers: { 'x-forwarded-for': address, origin: env().siteUrl, ...init.headers },
  })

/** Forms that the site does not take: from another site, of no shape, too large, and too many. */
async function expectRefusals(address: string, path: string, text: string) {
  const fields = new URLSearchParams({ text })
  const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
  const foreign = await send(path, address, { body: fields, headers: { origin: 'https://evil.example' } })
  const malformed = await send(path, address, { body: `text=${text}`, headers: urlencoded })
  const torn = await send(path, address, { body: text, headers: { 'content-type': 'multipart/form-data; boundary=x' } })
  const large = new FormData()
  large.append('$ACTION_ID_00', '')
  large.append('text', text + 'x'.repeat(7 * 2 ** 20))
  const tooLarge = await send(path, address, { body: large })
  expect([foreign.status, malformed.status, torn.status, tooLarge.status]).toEqual([403, 400, 400, 413])
  const many = Array.from({ length: 121 }, () => send(path, address, { body: fields }))
  expect((await Promise.all(many)).map(({ status }) => status)).toContain(429)
}

/** A table that is away fails a form, as a fault of the site's own would. */
async function expectFault(address: string, path: string, text: string) {
  const reader = openBrowser(site().node, address)
  await reader.open(path)
  await db.execute(sql`alter table comment_draft rename to away`)
  try {
    expect(await reader.press('Preview', { text })).toMatchObject({ status: 500, text: expect.stringContaining(text) })
  } finally {
    await db.execute(sql`alter table away rename to comment_draft`)
  }
}

test('a form with what no person sees filled in stores nothing, says nothing of it, and is logged', async () => {
  const { node } = site()
  const article = await anArticle()
  const robot = openBrowser(node, '192.0.2.78')
  const sent = { name: 'Ida', email: 'ida@reader.example', text: 'Boots, boots, boots.' }
  for (const page of [articlePath(article.slug), `${articlePath(article.slug)}/discussion`]) {
    await robot.open(page)
    await robot.press('Post comment', { ...sent, website: 'https://boots.example' })
    expect(robot.page()).toMatchObject({ path: `${articlePath(article.slug)}/discussion`, status: 200 })
    expect(robot.page().text.split('<body')[1]).not.toMatch(/Boots|refusal/)
  }
  expect(await db.$count(comment, eq(comment.articleId, article.id))).toBe(0)
  await expect.poll(() => node.said()).toContain(`"articleId":"${article.id}"`)
})
