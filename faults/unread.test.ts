import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { anArticle } from '@/db/testing/a-paper'
import { articlePath } from '@/domain/comment/addresses'
import { env } from '@/lib/env'
import { startDatabaseProxy } from './testing/database-proxy'
import { startNode } from './testing/node'
import { within } from './testing/soon'
import { createVisitor } from './testing/visitor'

test('a site whose log nobody reads any more goes on, and is not busy with telling so', async () => {
  const proxy = await startDatabaseProxy(env().databaseUrl ?? '')
  const node = await startNode({ databaseUrl: proxy.url })
  const path = articlePath((await anArticle()).slug)
  const reader = createVisitor(node)
  node.leaveUnread()
  proxy.shut()
  // Next writes of each drawing that failed.
  for (let turn = 0; turn < 5; turn++) expect((await reader.read(`${path}?${turn}`)).status).toBe(503)
  proxy.open()
  await within(10_000, async () => expect((await reader.read(path)).status).toBe(200))
  await pause(1000)
  const before = processorSeconds(node.pid)
  await pause(3000)
  // Where there is no such file, as on a Mac, it is told by how long the site takes to stop.
  if (before !== undefined) expect((processorSeconds(node.pid) ?? 0) - before).toBeLessThan(1)
  await expect(Promise.race([node.stop(), pause(20_000, 'it goes on')])).resolves.toBeUndefined()
})

/** Of all its threads, as Linux counts them: in hundredths. */
function processorSeconds(pid: number) {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  const afterName = readFileSync(file, 'utf8').split(') ')[1] ?? ''
  const [user, system] = afterName.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) / 100
}
