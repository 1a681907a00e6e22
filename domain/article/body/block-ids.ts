import { createHash } from 'node:crypto'
import type { Block } from './body'

/** A block before it has its id. */
export type Draft<Kind extends Block = Block> = Kind extends Block ? Omit<Kind, 'id'> : never

/**
 * Gives each block an id made of its content, so that a block that nobody changed keeps its id,
 * wherever it moves. The second of two equal blocks is told apart by its count.
 */
export function withIds<Kind extends Block>(drafts: readonly Draft<Kind>[], prefix = '') {
  const seen = new Map<string, number>()
  return drafts.map((draft) => {
    const hash = prefix + createHash('sha256').update(JSON.stringify(draft)).digest('hex').slice(0, 10)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return { ...draft, id: count === 1 ? hash : `${hash}-${count}` }
  })
}
