type Told = { outcome: 'upheld' | 'dismissed' | null; standing: 'held' | 'visible' | 'hidden' | 'deleted' }

/** What became of a report, as its reporter is told: the comment may have moved since it was decided. */
export function outcomeOf({ outcome, standing }: Told) {
  if (outcome === 'upheld') return standing === 'visible' ? 'restored' : 'upheld'
  if (outcome === 'dismissed') return 'dismissed'
  return standing === 'deleted' ? 'deleted' : 'open'
}
