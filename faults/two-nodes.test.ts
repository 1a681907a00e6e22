import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { aComment, anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { aSession } from '@/e2e/a-session'
import { startNode } from './testing/node'
import { createVisitor } from './testing/visitor'

test('a comment that is posted on one node is seen so by the next request there, and soon on the other', async () => {
  const [here, there] = [await startNode(), await startNode()]
  const article = await anArticle()
  const path = articlePath(article.slug)
  const member = await aSession()
  await aComment({ memberId: member.id })
  const [reader, other] = [createVisitor(here), createVisitor(there)]
  expect((await other.read(path)).text).not.toContain('Seen at once')
  const posted = await createVisitor(here, member).press(path, 'Post comment', { text: 'Seen at once' })
  expect(posted.status).toBe(303)
  expect((await reader.read(path)).text).toContain('Seen at once')
  await pause(1000)
  expect((await other.read(path)).text).toContain('Seen at once')
})
