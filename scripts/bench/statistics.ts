/** The value below which a share (0 to 1) of the values lies: the nearest rank, so it is one that was measured. */
export function percentile(values: readonly number[], share: number) {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort()
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN
  return (lower + upper) / 2
}

/**
 * How much more the end of a row of measurements is than its beginning, once it has settled: the median of its last
 * fifth against that of its second.
 */
export function growth(values: readonly number[]) {
  const fifth = (no: number) => {
    const edge = (n: number) => Math.floor((n * values.length) / 5)
    return median(values.slice(edge(no), edge(no + 1)))
  }
  return fifth(4) / fifth(1) - 1
}
