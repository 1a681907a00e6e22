/** What members are told of. */
export const kinds = ['reply', 'statement'] as const
export type NotificationKind = (typeof kinds)[number]

/** How often letters come. */
export const frequencies = ['at-once', 'hourly', 'daily', 'off'] as const
export type MailFrequency = (typeof frequencies)[number]

export type Preference = { inPage: boolean; mail: MailFrequency }

/** Until a member wishes otherwise. */
export const usual: Preference = { inPage: true, mail: 'at-once' }
