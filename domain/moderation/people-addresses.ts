import { saidAnchor } from '../said-anchor'
import { deskPath } from './addresses'

export const peopleDeskPath = `${deskPath}/people`

/** What of a person's record a page lists below the rest. */
export const personLists = ['comments', 'decisions', 'reports-against', 'reports-by'] as const

export type PersonList = (typeof personLists)[number]

type Place = {
  list?: PersonList | undefined
  /** What is older than this one. */
  before?: string | undefined
  /** The comment because of which somebody looks. */
  comment?: string | undefined
}

/** A member as the desk sees them. */
export function personPath(handle: string, { list, before, comment }: Place = {}) {
  const query = new URLSearchParams({
    ...(list && list !== 'comments' ? { list } : {}),
    ...(before ? { before } : {}),
    ...(comment ? { comment } : {}),
  }).toString()
  return `${peopleDeskPath}/${handle}${query ? `?${query}` : ''}`
}

/** Back to a person, where it is said what was done. The moment makes the forms begin anew. */
export const afterAboutPerson = (handle: string, done: string, what: string, at: Date) =>
  `${personPath(handle)}?${new URLSearchParams({ done, what, at: String(at.getTime()) })}#${saidAnchor}`
