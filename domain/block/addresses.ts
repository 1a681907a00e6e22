import { deskPath } from '../moderation/addresses'
import { saidAnchor } from '../said-anchor'

export const blocksDeskPath = `${deskPath}/blocks`

type Place = { list?: 'in-force' | 'over'; page?: number; comment?: string | undefined }

/** The blocks, and the form of a further one: of the network of a comment where one is named. */
export function blocksPath({ list = 'in-force', page = 1, comment }: Place = {}) {
  const query = new URLSearchParams({
    ...(list === 'over' ? { list } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
    ...(comment ? { comment } : {}),
  }).toString()
  return query ? `${blocksDeskPath}?${query}` : blocksDeskPath
}

export const afterBlock = (done: 'entered' | 'lifted', at: Date) =>
  `${blocksDeskPath}?${new URLSearchParams({ done, at: String(at.getTime()) })}#${saidAnchor}`
