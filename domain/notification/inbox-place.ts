import { isId } from '@/lib/new-id'

/** One page of what a member is told. */
export const repliesPerPage = 20

type Place = { createdAt: Date; id: string }

/** Where a page of the list ends, as its address says it, and back. Nothing for what is no such place. */
export const placeText = ({ createdAt, id }: Place) => `${createdAt.getTime()}-${id}`

export function readPlace(text: unknown): Place | undefined {
  const [, moment, id] = typeof text === 'string' ? (/^(\d{1,13})-(\S{36})$/.exec(text) ?? []) : []
  if (!moment || !id || !isId(id)) return
  return { createdAt: new Date(Number(moment)), id }
}

export const repliesPath = (below?: Place) =>
  `/account${below ? `?before=${encodeURIComponent(placeText(below))}` : ''}#replies`
