/** From the lightest to the heaviest. */
export const sanctionKinds = ['warning', 'premoderation', 'mute', 'ban'] as const

export type SanctionKind = (typeof sanctionKinds)[number]

const hour = 60 * 60_000
const day = 24 * hour

/** The lengths that forms offer, in milliseconds. */
export const offeredLengths = {
  '12-hours': 12 * hour,
  '1-day': day,
  '3-days': 3 * day,
  '7-days': 7 * day,
  '30-days': 30 * day,
  '90-days': 90 * day,
  '1-year': 365 * day,
} as const

export type OfferedLength = keyof typeof offeredLengths

/** Besides a length: to a date that is typed, or without an end. */
export const lengths = [...Object.keys(offeredLengths), 'date', 'endless'] as [OfferedLength, 'date', 'endless']

export type Length = OfferedLength | 'date' | 'endless'
