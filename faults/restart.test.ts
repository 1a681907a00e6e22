import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

test('a page that nobody read since it changed is not shown as it was after a restart', async () => {
  const article = await anArticle()
  const path = articlePath(article.slug)
  const member = await aSession()
  await aComment({ memberId: member.id })
  const before = await startNode()
  expect((await createVisitor(before).read(path)).status).toBe(200)
  const posted = await createVisitor(before, member).press(path, 'Post comment', { text: 'Said before the restart' })
  expect(posted.status).toBe(303)
  // Until the node has noted that it heard of it.
  await pause(6000)
  await before.stop()
  const after = await startNode({ dataFolder: before.dataFolder })
  expect((await createVisitor(after).read(path)).text).toContain('Said before the restart')
})
