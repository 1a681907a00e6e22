// What the desk's pages know of the queue in the browser too: nothing here checks what comes in.

/** What waits comes first, then what nobody has judged, then what was. */
export const queueTabs = ['reported', 'held', 'unmoderated', 'approved', 'hidden'] as const
export type QueueTab = (typeof queueTabs)[number]

/** By the moment at which a comment came into its tab, or the likeliest to need a moderator first. */
export const queueOrders = ['oldest', 'newest', 'risk'] as const
export type QueueOrder = (typeof queueOrders)[number]

/** What somebody waits for is done in its turn; what is settled is looked back at. */
export const usualOrder = (tab: QueueTab): QueueOrder => (tab === 'approved' || tab === 'hidden' ? 'newest' : 'oldest')

/** Where a page of the queue begins: behind this comment or report, in microseconds since 1970 and its key. */
export type QueuePlace = { micros: string; id: string }

export const placeText = ({ micros, id }: QueuePlace) => `${micros}.${id}`
