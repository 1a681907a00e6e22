import { diffWordsWithSpace } from 'diff'

export type Run = { kind: 'same' | 'added' | 'removed'; text: string }

/** What to take out of one text and put in to get the other, word by word. Joined, the runs are both texts. */
export function wordDifferences(before: string, after: string): Run[] {
  // Two long texts that share little would take seconds; then one simply replaced the other.
  const changes = diffWordsWithSpace(before, after, { timeout: longestMs, maxEditLength: mostEdits })
  if (changes)
    return changes.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }))
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
}

const longestMs = 200
const mostEdits = 1000
