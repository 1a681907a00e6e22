import type { Facts } from '../facts'

/** The same text as a comment of the last day, whoever wrote that and under whichever article. */
export const findDuplicate = ({ comment }: Facts) =>
  comment.isDuplicate ? { because: 'duplicate' as const } : undefined
