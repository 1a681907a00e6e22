import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { confirmationCode } from '@/db/schema'
import { anArticle, aSection } from '@/db/testing/a-paper'
import { articlePath, reportPath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { type Browser, openBrowser } from './testing/browser'
import { startMailServer } from './testing/mail-server'
import { share, startNode } from './testing/node'
import { startRoundRobin } from './testing/round-robin'
import { within } from './testing/soon'

const site = share(async (atEnd) => {
  const mail = await startMailServer(atEnd)
  const variables = { SMTP_URL: mail.url }
  const nodes = await Promise.all([1, 2, 3].map(() => startNode({ variables }, atEnd)))
  return { mail, proxy: await startRoundRobin(nodes, atEnd) }
})

const anEmail = () => `${randomBytes(5).toString('hex')}@reader.example`

async function signIn(browser: Browser, next?: string) {
  const email = anEmail()
  await browser.open(next ? `/sign-in?next=${next}` : '/sign-in')
  await browser.press('Send me a letter', { email })
  return { email, ...(await site().mail.letterTo(email)) }
}

async function signedIn(rank: 'moderator' | 'editor') {
  const browser = openBrowser(site().proxy)
  browser.isOf(await aSession(rank))
  return browser
}

/** What every node shows to everybody, a second after it was changed. */
async function expectForEveryone(path: string, check: (text: string, status: number) => void) {
  await within(1000, async () => {
    for (const _ of [1, 2, 3, 4]) {
      const { text, status } = await openBrowser(site().proxy).open(path)
      check(text, status)
    }
  })
}

test('a reader signs in by code, another by link, and both stay signed in on every node until they sign out', async () => {
  const [byCode, byLink] = [openBrowser(site().proxy), openBrowser(site().proxy)]
  const coded = await signIn(byCode)
  await byCode.press('Sign in', { code: coded.code === '000000' ? '000001' : '000000' })
  expect(byCode.page().text).toContain('not the digits of the newest letter')
  await byCode.press('Sign in', { code: coded.code })
  const linked = await signIn(openBrowser(site().proxy))
  await byLink.open(linked.link)
  await byLink.press('Sign in')

  for (const [browser, { email }] of [
    [byCode, coded],
    [byLink, linked],
  ] as const) {
    for (const _ of [1, 2, 3]) {
      expect(await browser.open('/account')).toMatchObject({ path: '/account', text: expect.stringContaining(email) })
    }
    await browser.press('Sign out')
    for (const _ of [1, 2, 3]) expect((await browser.open('/account')).path).toContain('/sign-in?next=')
  }
  for (const answered of site().proxy.served()) expect(answered).toBeGreaterThan(5)
})

test('a member previews, posts, reacts, and takes the comment back', async () => {
  const article = await anArticle()
  const path = articlePath(article.slug)
  const member = openBrowser(site().proxy)
  const { code } = await signIn(member, `${path}/discussion`)
  expect((await member.press('Sign in', { code })).path).toBe(`${path}/discussion`)

  await member.open(path)
  await member.press('Preview', { text: '**Loud** gulls.' })
  expect(member.page().text).toContain('<strong>Loud</strong>')
  expect(member.page().text).toContain('**Loud** gulls.')
  await member.press('Post comment')
  expect(member.page().text).toContain('Your comment waits for a moderator.')
  expect(member.page().text).toContain('Only you can see it.')
  for (const _ of [1, 2, 3]) expect((await member.open(`${path}/discussion`)).text).toContain('gulls.')

  await member.press('Like (0)')
  expect(member.page().text).toContain('aria-label="Like (1)"')
  await member.press('Like (1)')
  expect(member.page().text).toContain('aria-label="Like (0)"')
  await member.press('Delete this comment for everybody')
  expect(member.page().text).toContain('Your comment is deleted.')
})

test('a guest copies a code, a moderator lets the comment through, a reader reports it, and it is hidden', async () => {
  const section = await aSection()
  const article = await anArticle({ sectionId: section.id })
  const path = articlePath(article.slug)
  const guest = openBrowser(site().proxy)
  await guest.open(path)
  await guest.press('Show code', { name: 'Ida Quayle', email: anEmail(), text: 'Good riddance.' })
  await guest.press('Post comment', { code: 'ZZZZZ' })
  expect(guest.page().text).toContain('That was not the code in the picture.')
  await guest.press('Post comment', { code: await codeOn(guest) })
  expect(guest.page().text).toContain('Your comment waits for a moderator.')
  for (const _ of [1, 2, 3]) expect((await guest.open(`${path}/discussion`)).text).toContain('Good riddance.')
  await expectForEveryone(path, (text) => expect(text).not.toContain('Good riddance.'))

  const moderator = await signedIn('moderator')
  await moderator.open(`/moderation?section=${section.slug}`)
  await moderator.press('Approve')
  expect(moderator.page().text).toContain('You approved Ida Quayle’s comment.')
  await expectForEveryone(path, (text) => expect(text).toContain('Good riddance.'))

  const reader = openBrowser(site().proxy)
  const found = await db.query.comment.findFirst({ where: (one) => eq(one.articleId, article.id) })
  const id = found?.id ?? ''
  await reader.open(reportPath(id))
  await reader.press('Send the report', { note: 'See for yourself.' })
  expect(reader.page().text).toContain('Why?')
  expect(reader.page().text).toContain('See for yourself.')
  await reader.press('Send the report', { reason: 'spam' })
  expect(reader.page().text).toContain('Thank you. A moderator will look at it.')

  await moderator.open(`/moderation?tab=reported&section=${section.slug}`)
  await moderator.press('Hide', { note: 'Third time.' })
  expect(moderator.page().text).toContain('Third time.')
  await moderator.press('Hide', { reason: 'spam', note: 'Third time.' }, `reason-${id}`)
  expect(moderator.page().text).toContain('You hid Ida Quayle’s comment.')
  await expectForEveryone(path, (text) => expect(text).not.toContain('Good riddance.'))
  await moderator.press('Undo: take the decision about Ida Quayle’s comment back')
  await expectForEveryone(path, (text) => expect(text).toContain('Good riddance.'))
})

async function codeOn(browser: Browser) {
  const [, id = ''] = /name="codeId" value="([^"]+)"/.exec(browser.page().text) ?? []
  const picture = await fetch(`${site().proxy.url}/confirmation-code/${id}`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  const [row] = await db.select().from(confirmationCode).where(eq(confirmationCode.id, id))
  return row?.answer ?? ''
}

test('an editor uploads a picture, previews, publishes, changes and withdraws', async () => {
  const section = await aSection()
  const editor = await signedIn('editor')
  const drawn = sharp({ create: { width: 600, height: 300, channels: 3, background: '#826' } })
  const file = new File([new Uint8Array(await drawn.png().toBuffer())], 'clock.png', { type: 'image/png' })
  await editor.open('/newsroom/articles/new')
  await editor.press('Preview', {
    headline: 'Clock on time',
    body: '**Twelve.**',
    file,
    alt: 'The clock',
    credit: 'Ada',
  })
  expect(editor.page().text).toContain('<strong>Twelve.</strong>')
  await editor.press('Publish now')
  expect(editor.page().text).toContain('Choose a section')
  await editor.press('Publish now', { sectionId: section.id })
  expect(editor.page().text).toContain('Published: readers see it now.')
  const desk = editor.page().path
  const path = articlePath('clock-on-time')
  const [, media = ''] = /src="(\/media\/[^"]+)"/.exec((await editor.open(path)).text) ?? []
  for (const _ of [1, 2, 3]) {
    const picture = await fetch(site().proxy.url + media)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp'])
  }
  await expectForEveryone(path, (text) => expect(text).toContain('alt="The clock"'))
  await expectForEveryone('/', (text) => expect(text).toContain('Clock on time'))

  await editor.open(desk)
  await editor.press('Publish changes', { body: '**Thirteen.**' })
  expect(editor.page().text).toContain('Published: readers see it now.')
  await expectForEveryone(path, (text) => expect(text).toContain('<strong>Thirteen.</strong>'))
  await editor.press('Withdraw', { reason: 'It was noon.', confirmed: 'on' })
  expect(editor.page().text).toContain('Withdrawn: its address says why.')
  await expectForEveryone(path, (text, status) =>
    expect([status, text]).toEqual([410, expect.stringContaining('It was noon.')]),
  )
})
