import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIResponse } from '@playwright/test'
import { z } from 'zod'
import type { Rank } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { findBuild } from '@/scripts/build-site'
import { expect, test } from './fixtures'

/** Every page and route of a desk, with ids of nothing in the places of parameters. */
function addressesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) =>
      `/${join(folder.replace('app/', ''), file, '..')}`.replaceAll('[no]', '1').replaceAll(/\[\w+\]/g, newId()),
    )
}

/** The server actions that the build made, as their forms name them. */
function actionsIn(file: string) {
  const manifest = z.object({
    node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
  })
  const read = manifest.parse(
    JSON.parse(readFileSync(join(findBuild() ?? '', 'server/server-reference-manifest.json'), 'utf8')),
  )
  return Object.entries(read.node)
    .filter(([, { filename }]) => filename === file)
    .map(([id, { exportedName }]) => ({ id, name: exportedName }))
}

const desks = [
  {
    folder: 'app/moderation',
    actions: 'actions/moderation-actions.ts',
    allowed: ['moderator', 'admin'],
    refused: ['member', 'editor'],
  },
  {
    folder: 'app/newsroom',
    actions: 'actions/article-actions.ts',
    allowed: ['editor', 'admin'],
    refused: ['member', 'moderator'],
  },
] satisfies { folder: string; actions: string; allowed: Rank[]; refused: Rank[] }[]

for (const { folder, actions, allowed, refused } of desks) {
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
      for (const { id, name } of actionsIn(actions))
        expect(await refusal(await send(page.request, id)), name).toBe(true)
    })
  }

  test(`strangers who send any form of ${folder} are sent to sign in`, async ({ request }) => {
    const found = actionsIn(actions)
    expect(found.length).toBeGreaterThan(2)
    for (const { id, name } of found) expect(await refusal(await send(request, id)), name).toBe(true)
  })

  for (const rank of allowed) {
    test(`${rank === 'admin' ? 'an' : 'a'} ${rank} opens ${folder}`, async ({ page, paper }) => {
      await paper.signIn(rank)
      expect((await page.goto(folder.replace('app', '')))?.status()).toBe(200)
    })
  }
}

test('a rank taken away is gone at the next request', async ({ page, paper }) => {
  const person = await paper.signIn('moderator')
  expect((await page.goto('/moderation'))?.status()).toBe(200)
  await paper.giveRank(person.id, 'member')
  expect((await page.goto('/moderation'))?.status()).toBe(403)
})

test('no form is taken from another site', async ({ page, paper }) => {
  await paper.signIn('admin')
  const files = ['comment', 'reaction', 'account', 'moderation', 'article'].map((one) => `actions/${one}-actions.ts`)
  const found = files.flatMap(actionsIn)
  expect(found.length).toBeGreaterThan(10)
  for (const { id, name } of found) {
    const answer = await send(page.request, id, { Origin: 'https://elsewhere.example' })
    expect([name, answer.status() >= 400]).toEqual([name, true])
  }
})

test('a reading from the cache is not called from outside', async ({ request }) => {
  for (const { id } of actionsIn('db/cached/comments.ts')) {
    const answer = await request.post('/', {
      headers: { 'Next-Action': id, 'Content-Type': 'text/plain;charset=UTF-8' },
      data: '["x",1]',
      maxRedirects: 0,
    })
    expect(answer.status()).toBeGreaterThanOrEqual(400)
  }
})

type Sender = { post(url: string, options: object): Promise<APIResponse> }

function send(from: Sender, id: string, headers: Record<string, string> = {}) {
  const multipart = { [`$ACTION_ID_${id}`]: '', articleId: newId(), commentId: newId(), seenAs: 'held', reason: 'spam' }
  return from.post('/account', { multipart, headers, maxRedirects: 0 })
}

/** Sent to sign in, or told that it is not open to them. */
async function refusal(answer: APIResponse) {
  return (
    answer.status() === 403 ||
    (answer.headers().location ?? '').startsWith('/sign-in') ||
    (answer.headers().location ?? '').includes('/sign-in?')
  )
}
