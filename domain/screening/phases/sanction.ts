import type { Facts } from '../facts'

/** Its author is under pre-moderation. */
export const findSanction = ({ author }: Facts) =>
  author.kind === 'member' && author.isPremoderated ? { because: 'sanction' as const } : undefined
