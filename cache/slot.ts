import { LRUCache } from 'lru-cache'
import { createInvalidations, type Invalidations } from './invalidations.ts'
import type { Page } from './isr-handler.ts'
import { createTagClock, type TagClock } from './tag-clock.ts'
import type { KeptReading } from './use-cache-handler.ts'

export type { Urgency } from './invalidations.ts'

/** A finished page or reading, with what decides how long it may be served. */
export type Stored<Value> = { value: Value; tags: readonly string[]; begun: number; end: number; bytes: number }

type Slot = {
  clock: TagClock
  /** Next's finished pages and route answers. */
  pages: LRUCache<string, Stored<Page>>
  /** Results of `use cache` functions. */
  readings: LRUCache<string, Stored<KeptReading>>
} & Invalidations

const key: unique symbol = Symbol.for('courant')
const shared: typeof globalThis & { [key]?: Slot } = globalThis

const megabyte = 2 ** 20

/**
 * What server.ts and Next's bundle share. They are two module graphs in one process, so that a module's own
 * variables would exist twice.
 */
export function courant(): Slot {
  shared[key] ??= createSlot()
  return shared[key]
}

function createSlot(): Slot {
  const clock = createTagClock()
  return {
    clock,
    pages: createStore<Page>(16 * megabyte),
    readings: createStore<KeptReading>(64 * megabyte),
    ...createInvalidations(clock),
  }
}

function createStore<Value>(maxSize: number) {
  return new LRUCache<string, Stored<Value>>({
    maxSize,
    maxEntrySize: maxSize / 8,
    sizeCalculation: (entry, name) => entry.bytes + name.length * 2 + 512,
  })
}
