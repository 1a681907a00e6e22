import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { eq, or, sql } from 'drizzle-orm'
import { formTokenField } from '@/auth/form-token'
import { decision } from '@/db/schema'
import type { Rank } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { db, expect, test } from './fixtures'
import { type Action, fromOwnPage, listActions, listReadings, send } from './sent-action'

/** Every page and route of a desk, with ids of nothing in the places of parameters. */
function addressesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) =>
      `/${join(folder.replace('app/', ''), file, '..')}`.replaceAll('[no]', '1').replaceAll(/\[\w+\]/g, newId()),
    )
}

const actionsIn = (...files: string[]) => listActions().filter(({ file }) => files.includes(file))

const desks = [
  {
    folder: 'app/moderation',
    name: 'Moderators’ desk',
    actions: [
      'actions/moderation-actions.ts',
      'actions/note-actions.ts',
      'actions/sanction-actions.ts',
      'actions/block-actions.ts',
      'actions/clean-up-actions.ts',
    ],
    allowed: ['moderator', 'admin'],
    refused: ['member', 'editor'],
  },
  {
    folder: 'app/newsroom',
    name: 'Newsroom',
    actions: ['actions/article-actions.ts'],
    allowed: ['editor', 'admin'],
    refused: ['member', 'moderator'],
  },
] satisfies { folder: string; name: string; actions: string[]; allowed: Rank[]; refused: Rank[] }[]

for (const { folder, name, actions, allowed, refused } of desks) {
  test(`strangers who ask for any page under ${folder} are sent to sign in`, { tag: '@once' }, async ({ request }) => {
    const addresses = addressesUnder(folder)
    expect(addresses.length).toBeGreaterThan(1)
    for (const address of addresses) {
      const answer = await request.get(address, { maxRedirects: 0 })
      expect([address, answer.status(), answer.headers().location]).toEqual([
        address,
        307,
        expect.stringContaining('/sign-in?next='),
      ])
    }
  })

  for (const rank of refused) {
    test(`a ${rank} who asks for any page under ${folder} is refused with 403 and words`, async ({ page, paper }) => {
      await paper.signIn(rank)
      for (const address of addressesUnder(folder)) {
        // Editors decide the appeals that no other moderator can.
        if (rank === 'editor' && address === '/moderation/appeals') continue
        const answer = await page.goto(address)
        expect([address, answer?.status()]).toEqual([address, 403])
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      }
    })

    test(`a ${rank} who sends any form of ${folder} changes nothing`, { tag: '@once' }, async ({ page, paper }) => {
      const { formToken } = await paper.signIn(rank)
      for (const action of actionsIn(...actions)) await expectRefusal(page.request, action, formToken)
    })
  }

  test(`strangers who send any form of ${folder} are refused`, { tag: '@once' }, async ({ request, paper }) => {
    await paper.signOut()
    const found = actionsIn(...actions)
    expect(found.length).toBeGreaterThan(0)
    for (const action of found) await expectRefusal(request, action)
  })

  for (const rank of allowed) {
    test(`${rank === 'admin' ? 'an' : 'a'} ${rank} opens ${folder}`, async ({ page, paper }) => {
      await paper.signIn(rank)
      await page.goto('/account')
      await page.getByRole('main').getByRole('link', { name }).click()
      await expect(page).toHaveURL(folder.replace('app', ''))
      expect((await page.goto(page.url()))?.status()).toBe(200)
    })
  }
}

const ofAdmins = () => [...actionsIn('actions/reason-actions.ts'), ...actionsIn('actions/job-actions.ts')]

for (const rank of ['member', 'editor', 'moderator'] as const) {
  test(`a ${rank} who sends any form of the reasons or of the jobs changes nothing`, { tag: '@once' }, async ({
    page,
    paper,
  }) => {
    const { formToken } = await paper.signIn(rank)
    expect(ofAdmins()).toHaveLength(5)
    for (const action of ofAdmins()) await expectRefusal(page.request, action, formToken)
    expect((await page.request.get('/newsroom/jobs')).status()).toBe(403)
  })
}

test('strangers who send any form of the reasons or of the jobs are refused', { tag: '@once' }, async ({
  request,
  paper,
}) => {
  await paper.signOut()
  for (const action of ofAdmins()) await expectRefusal(request, action)
})

test('a rank taken away is gone at the next request', async ({ page, paper }) => {
  const person = await paper.signIn('moderator')
  expect((await page.goto('/moderation'))?.status()).toBe(200)
  await paper.giveRank(person.id, 'member')
  expect((await page.goto('/moderation'))?.status()).toBe(403)
})

test('a reading from the cache is not called from outside', { tag: '@once' }, async ({ request }) => {
  const readings = listReadings()
  expect(readings.length).toBeGreaterThan(8)
  for (const { id, page } of readings) {
    const headers = { ...fromOwnPage(), 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8' }
    const answer = await request.post(page, { headers, data: '[]', maxRedirects: 0 })
    expect(answer.status()).toBe(404)
  }
})

/** Sent to sign in, or told that it is not open to them (401, 403, or 404 where Next says so); and nothing is decided. */
async function expectRefusal(from: APIRequestContext, action: Action, formToken = '') {
  const about = { articleId: newId(), commentId: newId(), label: newId() }
  const answer = await send(from, action, { ...about, [formTokenField]: formToken })
  const isSentToSignIn = (answer.headers().location ?? '').includes('/sign-in?next=')
  const isRefused = isSentToSignIn || [401, 403, 404].includes(answer.status())
  expect([action.name, answer.status(), isRefused]).toEqual([action.name, answer.status(), true])
  // Of what was sent, since other walks decide about other things meanwhile.
  const decided = or(eq(decision.articleId, about.articleId), eq(decision.commentId, about.commentId))
  const added = sql`${decision.after}::text like ${`%${about.label}%`}`
  expect(await db.$count(decision, or(decided, added)), action.name).toBe(0)
}
