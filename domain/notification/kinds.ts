/** What members are told of. */
export const kinds = ['reply', 'statement', 'report-outcome', 'queue-alarm'] as const
export type NotificationKind = (typeof kinds)[number]

/** How often letters come. */
export const frequencies = ['at-once', 'hourly', 'daily', 'off'] as const
export type MailFrequency = (typeof frequencies)[number]

export type Preference = { inPage: boolean; mail: MailFrequency }

/** Of reports: letters only to those who wish them. */
export const usualForReports: Preference = { inPage: true, mail: 'off' }

/** Until a member wishes otherwise. */
export const usual: Preference = { inPage: true, mail: 'at-once' }
