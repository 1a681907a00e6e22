import { globSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { formTokenField } from '@/auth/form-token'
import { decision, member } from '@/db/schema'
import { serverWords } from '@/lib/words/server'
import { db, expect, test } from './fixtures'
import { fromOwnPage, listActions, send, sendByScript } from './sent-action'

/** What a browser says of a form on a page that is not of this site; the last one says nothing, and brings a session. */
const strangers = (): Record<string, string>[] => [
  { Origin: 'https://elsewhere.example' },
  { Origin: 'null' },
  { ...fromOwnPage(), 'Sec-Fetch-Site': 'cross-site' },
  { ...fromOwnPage(), 'Sec-Fetch-Site': 'same-site' },
  {},
]

test('no action of the site is taken from another site, whoever sends it and however', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  await paper.signIn('admin')
  const actions = listActions()
  expect(actions.length).toBeGreaterThan(12)
  for (const action of actions) {
    for (const headers of strangers()) {
      const told = [action.name, headers]
      const byForm = await send(page.request, action, { text: 'Typed text.' }, headers)
      expect([...told, byForm.status()]).toEqual([...told, 403])
      expect(await byForm.text()).toContain(serverWords.recovery.reasons.foreign)
      expect(await byForm.text()).toContain('Typed text.')
      const byScript = await sendByScript(page.request, action, {}, headers)
      expect([...told, byScript.status()]).toEqual([...told, 403])
    }
  }
})

/** It acts for whoever has a letter's link, by a mail program too, and with no session: docs/decisions, 6. */
const takesPosts = ['app/api/unsubscribe/[token]/route.ts']

test('no route takes anything but forms of its own pages', { tag: '@once' }, async ({ page, paper }) => {
  await paper.signIn('admin')
  const routes = globSync('app/**/route.ts')
  expect(routes.length).toBeGreaterThan(4)
  for (const file of routes) {
    const takes = takesPosts.includes(file)
      ? /export[^\n]*\b(PUT|PATCH|DELETE)\b/
      : /export[^\n]*\b(POST|PUT|PATCH|DELETE)\b/
    expect([file, readFileSync(file, 'utf8')]).toEqual([file, expect.not.stringMatching(takes)])
    const path = `/${file.replace(/^app\/|\/route\.ts$|\([^)]+\)\//g, '').replace(/\[[^\]]+\]+/g, 'signin')}`
    for (const headers of strangers()) {
      const answer = await page.request.post(path, { headers, data: { email: 'reader@example.org' } })
      expect([path, headers, answer.status()]).toEqual([path, headers, 403])
    }
  }
})

/** Every other action is on pages that are the same bytes for everyone (docs/decisions, 6). */
const withToken = [
  'signOutAction',
  'endSessionAction',
  'changeNameAction',
  'changePreferenceAction',
  'markReadAction',
  'stopIgnoringAction',
  'retryJobAction',
  'decideCommentAction',
  'pickAtDeskAction',
  'tieAuthorAction',
  'editArticleAction',
  'withdrawArticleAction',
]

test('desks and account take a form only from the session that it was drawn for', { tag: '@once' }, async ({
  page,
  paper,
}) => {
  const another = await paper.signIn('admin')
  const article = await paper.publish({ headline: 'Nobody withdraws this' })
  const comment = await paper.comment(article.id, 'Nobody hides this.')
  const own = await paper.signIn('admin')
  const countDecisions = () => db.$count(decision, eq(decision.commentId, comment.id))
  const actions = listActions().filter(({ name }) => withToken.includes(name))
  expect(actions).toHaveLength(withToken.length)

  const forged = `${own.formToken.slice(0, -1)}_`
  const typed = {
    name: 'Typed name',
    note: 'Typed note',
    headline: 'Typed headline',
    articleId: article.id,
    commentId: comment.id,
    seenAs: 'visible',
    seenEdit: '0',
    verdict: 'hide',
    reason: 'spam',
    confirmed: 'on',
    intent: 'save',
  }
  for (const action of actions) {
    const place = {
      ...action,
      page: action.page.replace(/[0-9a-f-]{36}/, action.page.includes('moderation') ? comment.id : article.id),
    }
    for (const token of [undefined, '', forged, another.formToken]) {
      const fields = { ...typed, ...(token === undefined ? {} : { [formTokenField]: token }) }
      const answer = await send(page.request, place, fields)
      expect([action.name, token, [401, 403, 404].includes(answer.status())]).toEqual([action.name, token, true])
      for (const text of ['Typed name', 'Typed note', 'Typed headline'])
        expect([action.name, await answer.text()]).toEqual([action.name, expect.stringContaining(text)])
      await sendByScript(page.request, place, fields)
    }
  }
  expect(await countDecisions()).toBe(0)
  expect((await page.request.get(article.path)).status()).toBe(200)
  expect(await (await page.request.get(article.path)).text()).toContain('Nobody hides this.')
  const [named] = await db.select({ name: member.name }).from(member).where(eq(member.id, own.id))
  expect(named?.name).toBe(own.name)
  expect((await page.request.get('/account', { maxRedirects: 0 })).status()).toBe(200)

  const decide = actions.find(({ name }) => name === 'decideCommentAction')
  if (!decide) throw new Error('no action decides about comments')
  const fields = { ...typed, [formTokenField]: own.formToken }
  expect((await send(page.request, decide, fields)).status()).toBe(303)
  expect(await countDecisions()).toBe(1)
  await sendByScript(page.request, decide, { ...fields, seenAs: 'hidden', verdict: 'restore' })
  expect(await countDecisions()).toBe(2)
})

test('every form of the desks and of the account carries its session’s token', async ({ page, paper }) => {
  const article = await paper.publish({ headline: 'Forms of its own' })
  const comment = await paper.comment(article.id, 'Waiting.', { standing: 'held' })
  const { formToken } = await paper.signIn('admin')
  const pages = [
    '/account',
    '/moderation',
    `/moderation/comments/${comment.id}`,
    '/newsroom/articles/new',
    `/newsroom/articles/${article.id}`,
  ]
  for (const path of pages) {
    await page.goto(path)
    const forms = page.getByRole('main').locator('form:not([method=get])')
    const tokens = forms.locator(`input[name=${formTokenField}]`)
    expect([path, await forms.count()]).toEqual([path, await tokens.count()])
    expect(await forms.count()).toBeGreaterThan(0)
    for (const token of await tokens.all()) await expect(token).toHaveValue(formToken)
  }
})
