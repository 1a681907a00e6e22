import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { likenessOf } from '@/domain/member/likeness'
import { aSession } from '@/e2e/a-session'
import { startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

test('a page that nobody read since it changed is not shown as it was after a restart', async () => {
  const article = await anArticle()
  const path = articlePath(article.slug)
  const person = await aSession()
  await aComment({ memberId: person.id })
  const before = await startNode()
  expect((await createVisitor(before).read(path)).status).toBe(200)
  const posted = await createVisitor(before, person).press(path, 'Post comment', { text: 'Said before the restart' })
  expect(posted.status).toBe(303)
  // Until the node has noted that it heard of it.
  await pause(6000)
  await before.stop()
  const after = await startNode({ dataFolder: before.dataFolder })
  expect((await createVisitor(after).read(path)).text).toContain('Said before the restart')
})

test('a name that came in with a paper is known to be taken once the site has started', async () => {
  const { id } = await aMember({ name: 'Old Hand' })
  await startNode()
  const [found] = await db.select({ likeness: member.nameLikeness }).from(member).where(eq(member.id, id))
  expect(found?.likeness).toBe(likenessOf('0ld Hand'))
})
