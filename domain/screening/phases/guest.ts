import type { Facts } from '../facts'

/** Guests are read first, always. */
export const findGuest = ({ author }: Facts) => (author.kind === 'guest' ? { because: 'guest' as const } : undefined)
