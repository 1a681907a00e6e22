import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLane } from './lane.ts'

/** Work that ends when it is told to, or throws. */
function works() {
  const ends: (() => void)[] = []
  const work = (name: string) => () => new Promise<string>((resolve) => ends.push(() => resolve(name)))
  return { ends, work }
}

test('so many work at once, the others wait their turn, the first first', async () => {
  const lane = createLane({ width: 2, queue: 10, patience: 5000 })
  const { ends, work } = works()
  const done: string[] = []
  const all = ['a', 'b', 'c', 'd'].map((name) => lane.run(work(name)).then((one) => done.push(one)))
  expect(lane.load()).toEqual({ working: 2, waiting: 2 })
  ends[0]?.()
  await expect.poll(() => ends.length).toBe(3)
  ends[2]?.()
  await expect.poll(() => ends.length).toBe(4)
  for (const end of ends) end()
  await Promise.all(all)

  expect(done).toEqual(['a', 'c', 'b', 'd'])
  expect(lane.load()).toEqual({ working: 0, waiting: 0 })
})

test('who finds the queue full is told so at once', async () => {
  const lane = createLane({ width: 1, queue: 1, patience: 5000 })
  const { ends, work } = works()
  const [first, second] = [lane.run(work('a')), lane.run(work('b'))]
  expect(await lane.run(work('c'))).toBe('busy')
  ends[0]?.()
  await first
  await expect.poll(() => ends.length).toBe(2)
  ends[1]?.()
  expect(await second).toBe('b')
})

test('who has waited long enough is told so, and takes nobody’s place', async () => {
  const lane = createLane({ width: 1, queue: 5, patience: 30 })
  const { ends, work } = works()
  const first = lane.run(work('a'))
  expect(await lane.run(work('b'))).toBe('busy')
  ends[0]?.()
  expect(await first).toBe('a')
  expect(lane.load()).toEqual({ working: 0, waiting: 0 })
  const later = lane.run(work('c'))
  ends[1]?.()
  expect(await later).toBe('c')
})

test('work that fails gives its place on', async () => {
  const lane = createLane({ width: 1, queue: 5, patience: 1000 })
  await expect(lane.run(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await lane.run(async () => pause(1, 'done'))).toBe('done')
})
