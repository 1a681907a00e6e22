import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { decision } from '@/db/schema'
import type { Rank } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { serverWords } from '@/lib/words/server'
import { findBuild } from '@/scripts/build-site'
import { db, expect, test } from './fixtures'

/** Every page and route of a desk, with ids of nothing in the places of parameters. */
function addressesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) =>
      `/${join(folder.replace('app/', ''), file, '..')}`.replaceAll('[no]', '1').replaceAll(/\[\w+\]/g, newId()),
    )
}

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), filename: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

/** The server actions that the build made, as their forms name them, each with a page that has such a form. */
function actionsIn(file: string) {
  const build = join(findBuild() ?? '', 'server/server-reference-manifest.json')
  return Object.entries(manifest.parse(JSON.parse(readFileSync(build, 'utf8'))).node)
    .filter(([, { filename }]) => filename === file)
    .map(([id, { exportedName, workers }]) => ({ id, name: exportedName, page: pageOf(Object.keys(workers)[0] ?? '') }))
}

/** `app/(people)/account/page` is drawn at `/account`. */
function pageOf(worker: string) {
  const path = worker
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]+\)/g, '')
  return path.replaceAll('[slug]', 'dredging-invoices').replaceAll(/\[\w+\]/g, newId()) || '/'
}

const desks = [
  {
    folder: 'app/moderation',
    name: 'Moderators’ desk',
    actions: 'actions/moderation-actions.ts',
    allowed: ['moderator', 'admin'],
    refused: ['member', 'editor'],
  },
  {
    folder: 'app/newsroom',
    name: 'Newsroom',
    actions: 'actions/article-actions.ts',
    allowed: ['editor', 'admin'],
    refused: ['member', 'moderator'],
  },
] satisfies { folder: string; name: string; actions: string; allowed: Rank[]; refused: Rank[] }[]

for (const { folder, name, actions, allowed, refused } of desks) {
  test(`strangers who ask for any page under ${folder} are sent to sign in`, async ({ request }) => {
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
        const answer = await page.goto(address)
        expect([address, answer?.status()]).toEqual([address, 403])
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      }
    })

    test(`a ${rank} who sends any form of ${folder} changes nothing`, async ({ page, paper }) => {
      await paper.signIn(rank)
      for (const action of actionsIn(actions)) await expectRefusal(page.request, action)
    })
  }

  test(`strangers who send any form of ${folder} are refused`, async ({ request, paper }) => {
    await paper.signOut()
    const found = actionsIn(actions)
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

for (const rank of ['member', 'editor', 'moderator'] as const) {
  test(`a ${rank} who sends any form of the reasons changes nothing`, async ({ page, paper }) => {
    await paper.signIn(rank)
    const found = actionsIn('actions/reason-actions.ts')
    expect(found).toHaveLength(4)
    for (const action of found) await expectRefusal(page.request, action)
  })
}

test('strangers who send any form of the reasons are refused', async ({ request, paper }) => {
  await paper.signOut()
  for (const action of actionsIn('actions/reason-actions.ts')) await expectRefusal(request, action)
})

test('a rank taken away is gone at the next request', async ({ page, paper }) => {
  const person = await paper.signIn('moderator')
  expect((await page.goto('/moderation'))?.status()).toBe(200)
  await paper.giveRank(person.id, 'member')
  expect((await page.goto('/moderation'))?.status()).toBe(403)
})

test('no form is taken from another site', async ({ page, paper }) => {
  await paper.signIn('admin')
  const files = ['comment', 'reaction', 'account', 'moderation', 'reason', 'article'].map(
    (one) => `actions/${one}-actions.ts`,
  )
  const found = files.flatMap(actionsIn)
  expect(found.length).toBeGreaterThan(10)
  for (const action of found) {
    const answer = await send(page.request, action, { Origin: 'https://elsewhere.example' })
    expect([action.name, answer.status()]).toEqual([action.name, 403])
    expect(await answer.text()).toContain(serverWords.recovery.reasons.foreign)
  }
})

test('a reading from the cache is not called from outside', async ({ request }) => {
  const readings = ['articles', 'comments', 'lists', 'reasons', 'search', 'wire'].flatMap((one) =>
    actionsIn(`db/cached/${one}.ts`),
  )
  expect(readings.length).toBeGreaterThan(8)
  for (const { id, page } of readings) {
    const headers = { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8' }
    const answer = await request.post(page, { headers, data: '[]', maxRedirects: 0 })
    expect(answer.status()).toBe(404)
  }
})

type Action = ReturnType<typeof actionsIn>[number]

/** Sends a form as a browser without scripts does. An id that begins with 60 is of an action that takes the form's state first. */
function send(from: APIRequestContext, { id, page }: Action, headers: Record<string, string> = {}) {
  const action: Record<string, string> = id.startsWith('60')
    ? {
        $ACTION_REF_1: '',
        '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
        '$ACTION_1:1': JSON.stringify([{ status: 'idle' }]),
        $ACTION_KEY: 'k1',
      }
    : { [`$ACTION_ID_${id}`]: '' }
  const multipart = { ...action, articleId: newId(), commentId: newId(), seenAs: 'held', reason: 'spam' }
  return from.post(page, { multipart, headers, maxRedirects: 0 })
}

/** Sent to sign in, or told that it is not open to them (401, 403, or 404 where Next says so); and nothing is decided. */
async function expectRefusal(from: APIRequestContext, action: Action) {
  const before = await db.$count(decision)
  const answer = await send(from, action)
  const isSentToSignIn = (answer.headers().location ?? '').includes('/sign-in?next=')
  const isRefused = isSentToSignIn || [401, 403, 404].includes(answer.status())
  expect([action.name, answer.status(), isRefused]).toEqual([action.name, answer.status(), true])
  expect(await db.$count(decision), action.name).toBe(before)
}
