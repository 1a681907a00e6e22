import { z } from 'zod'

/**
 * How the first-level comments of a conversation are ordered: as they came, the last one first, by the share of likes
 * (`best`), or by the number of replies. The words are those of the addresses.
 */
export const threadOrders = ['oldest', 'newest', 'best', 'replies'] as const

export const threadOrder = z.enum(threadOrders)

/** The orders that have stored pages: beside those of threads, one comment after the other, and the paper's picks. */
export type PageOrder = ThreadOrder | 'flat' | 'picks'

export type ThreadOrder = (typeof threadOrders)[number]
