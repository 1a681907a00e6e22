import type { Thread } from './thread'

const days = 3 * 24 * 60 * 60 * 1000

/** From when on an article's conversation counts as idle: three days after it came out, or after its last comment. */
export function idleFrom(publishedAt: Date, threads: Thread[]) {
  return new Date(Math.max(publishedAt.getTime(), lastOf(threads)) + days)
}

function lastOf(threads: Thread[]): number {
  return threads.reduce((last, { comment, replies }) => Math.max(last, comment.createdAt.getTime(), lastOf(replies)), 0)
}
