import type { TagClock } from './tag-clock.ts'

/**
 * `now`: the next request sees the change. `soon`: within ten seconds, and at most once in ten seconds for a tag.
 * `conceal`: as `now`, and what was stored before is not shown again even where nothing newer can be drawn.
 */
export const urgencies = ['now', 'soon', 'conceal'] as const

export type Urgency = (typeof urgencies)[number]

export type Invalidations = {
  /**
   * Makes this process forget what carries these tags. An act calls it after its commit, so that who wrote sees
   * the change on the page that the redirect leads to; the listener calls it for every node. Twice does no harm.
   */
  applyInvalidation(tags: readonly string[], urgency: Urgency): void
}

const breath = 10_000

export function createInvalidations(clock: TagClock, pause = breath): Invalidations {
  /** Tags invalidated a short while ago, with whether they were named again since. */
  const resting = new Map<string, boolean>()

  function invalidateSoon(tag: string) {
    if (resting.has(tag)) {
      resting.set(tag, true)
      return
    }
    clock.invalidate([tag])
    resting.set(tag, false)
    setTimeout(() => wake(tag), pause).unref()
  }

  function wake(tag: string) {
    const named = resting.get(tag)
    resting.delete(tag)
    if (named) invalidateSoon(tag)
  }

  return {
    applyInvalidation(tags, urgency) {
      if (urgency === 'conceal') clock.conceal(tags)
      else if (urgency === 'now') clock.invalidate(tags)
      else for (const tag of tags) invalidateSoon(tag)
    },
  }
}
