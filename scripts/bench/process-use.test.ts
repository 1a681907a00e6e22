import { expect, test } from 'vitest'
import { processorTime, residentMemory } from './process-use'

test('a process that computes has used the time that it computed for', () => {
  const before = processorTime(process.pid)
  if (before === undefined) return expect(process.platform).not.toBe('linux')
  const until = process.cpuUsage().user / 1000 + 100
  while (process.cpuUsage().user / 1000 < until) Math.sqrt(2)
  expect((processorTime(process.pid) ?? 0) - before).toBeGreaterThanOrEqual(80)
})

test('a process has about the memory that it says itself', () => {
  expect(residentMemory(process.pid) / process.memoryUsage.rss()).toBeCloseTo(1, 0)
})
