/**
 * Bounds of one body, so that no document can exhaust who draws it. Lengths are in UTF-16 units. They stand apart from
 * the schema, which the browser has no use for.
 */
export const bodyLimits = { blocks: 2000, runs: 2000, rows: 1000, columns: 50, text: 50_000, whole: 1_000_000 } as const
