import type { APIResponse, Page } from '@playwright/test'
import { listEveryPage } from './every-page'
import { expect, test } from './fixtures'

/** What the installed Next writes for its scripts, and React for parts that come late. */
const framework =
  /_next\/static\/[^"]*\.js|__next_|TURBOPACK|\$RC\(|<template|as="?script|modulepreload|<!--[$&F]|text\/x-component/

/** The scripts of a page, but for data and our own module. */
const foreignScripts = (html: string) =>
  (html.match(/<script\b[^>]*>/g) ?? []).filter(
    (tag) => tag !== '<script type="application/ld+json">' && !/ src="\/enhance\/[\w.-]+"/.test(tag),
  )

async function expectDocument(answer: APIResponse, what: string) {
  const html = await answer.text()
  expect(answer.headers()['content-type'], what).toBe('text/html; charset=utf-8')
  expect(answer.headers().link ?? '', what).not.toMatch(/as="?script|modulepreload/)
  expect(framework.exec(html)?.[0], what).toBeUndefined()
  expect(foreignScripts(html), what).toEqual([])
  expect(html, what).toMatch(/<h1[\s>]/)
  expect(html, what).toMatch(/<\/html>\s*$/)
}

test('every page that is no desk is a document: drawn for the first time, stored, and drawn anew', {
  tag: '@once',
}, async ({ page, paper }) => {
  test.slow()
  const { documents } = await listEveryPage(paper)
  for (const round of ['drawn', 'stored', 'drawn anew']) {
    for (const path of documents) await expectDocument(await page.request.get(path), `${path} ${round}`)
    if (round === 'stored') await paper.invalidateAll()
  }
})

test('a member’s pages are documents, the refusal of a desk too, and the account is not', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  await paper.signIn('member')
  for (const path of ['/articles/dredging-invoices/discussion', '/sign-in', '/moderation', '/newsroom'])
    await expectDocument(await page.request.get(path), path)
  expect(await (await page.request.get('/account')).text()).toMatch(framework)
})

test('the desks keep React', { tag: '@once' }, async ({ page, paper }) => {
  const { desks } = await listEveryPage(paper)
  await paper.signIn('admin')
  for (const path of desks) {
    const answer = await page.request.get(path)
    expect([path, answer.status()]).toEqual([path, 200])
    expect(foreignScripts(await answer.text()).length, path).toBeGreaterThan(3)
  }
})

/** Sends the page's last form as a browser without scripts does. */
async function refuse(page: Page, path: string, typed: Record<string, string>) {
  await page.goto(path)
  const form = page.locator('main form').last()
  const hidden = await form.locator('input[type=hidden]').all()
  const fields = await Promise.all(
    hidden.map(async (input) => [(await input.getAttribute('name')) ?? '', (await input.getAttribute('value')) ?? '']),
  )
  const headers = { Origin: new URL(page.url()).origin }
  return page.request.post(path, { multipart: { ...Object.fromEntries(fields), ...typed }, headers, maxRedirects: 0 })
}

test('the answer to a form that was refused is a document, with what was typed', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  const article = await paper.publish({ headline: 'Seal counted' })
  const comment = await paper.comment(article.id, 'One.')
  const forms: [string, Record<string, string>, string][] = [
    ['/sign-in', { email: 'no address' }, 'no address'],
    ['/sign-in/check', { code: 'abcdef' }, 'error-summary'],
    ['/sign-in/confirm?email=a%40example.org&token=abcdefgh', {}, 'error-summary'],
    ['/sign-in/owner?token=abcdefgh', {}, 'error-summary'],
    [`/comments/${comment.id}/report`, { note: 'I typed this.' }, 'I typed this.'],
  ]
  for (const [path, typed, kept] of forms) {
    const answer = await refuse(page, path, typed)
    expect([path, answer.status()]).toEqual([path, 200])
    await expectDocument(answer, path)
    expect(await answer.text(), path).toContain(kept)
  }
})

test('a form that the site has no page for is answered with one of its own, a document too', { tag: '@once' }, async ({
  page,
}) => {
  const headers = { Origin: new URL('/', test.info().project.use.baseURL).origin }
  const answer = await page.request.post('/', { multipart: { $ACTION_ID_60ab: '', text: 'I typed this.' }, headers })
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  await expectDocument(answer, 'recovery')
  expect(await answer.text()).toContain('I typed this.')
})

test('a reader loads no script of the framework, and reads on without one', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && !new URL(request.url()).pathname.startsWith('/enhance/'))
      scripts.push(request.url())
  })
  for (const path of ['/', '/articles/dredging-invoices', '/search?q=ferry', '/sign-in', '/nowhere'])
    await page.goto(path, { waitUntil: 'networkidle' })
  expect(scripts).toEqual([])
})
