import type { Facts } from '../facts'

/** A moderator reads every comment on this article first. */
export const findPremoderated = ({ article }: Facts) =>
  article.isPremoderated ? { because: 'premoderated' as const } : undefined
