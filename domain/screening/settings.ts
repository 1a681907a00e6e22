import { z } from 'zod'

export const conversationKey = 'conversation'

const whole = (least: number, most: number, usual: number) => z.coerce.number().int().min(least).max(most).catch(usual)

/** What a paper sets for all its conversations. A value that is missing or makes no sense is the usual one. */
export const conversationSettings = z.object({
  /** Whether nobody comments anywhere at the moment. */
  isReadOnly: z.boolean().catch(false),
  /** Days after its publication at which an article's comments close; 0 for never. */
  closeAfterDays: whole(0, 3650, 0),
  /** How many comments of a member are let through by a moderator before the next is seen at once. */
  heldFirst: whole(0, 20, 1),
  /** A comment with more links is held. */
  mostLinks: whole(0, 5, 2),
  /** This many reports of an article's comments within an hour slow its conversation down; 0 for never. */
  heatedReports: whole(0, 1000, 5),
  /** Seconds between two comments of one person where it is slowed down so. */
  heatedSeconds: whole(5, 3600, 120),
})

export type ConversationSettings = z.infer<typeof conversationSettings>

export const usualSettings = conversationSettings.parse({})

export const readSettings = (stored: unknown) => conversationSettings.parse(stored ?? {})
