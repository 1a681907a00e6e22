import { saidAnchor } from '../said-anchor'

/** Where the lists of the word filter are made, tried and switched. */
export const filterPath = '/moderation/filter'

export const listPath = (id: string) => `${filterPath}/${id}`

export type ListPart = 'terms' | 'finds' | 'shadow'

/** A page of what a list has, of what a trial of it found, or of what it found as a shadow. */
export const listPartPath = (id: string, part: ListPart, page: number) =>
  `${listPath(id)}?${new URLSearchParams({ [part]: String(page) })}#${part}`

/** Back to a list, which says what was done. The moment makes its forms begin anew. */
export const afterListChange = (id: string, done: string, at: Date) =>
  `${listPath(id)}?${new URLSearchParams({ done, at: String(at.getTime()) })}#${saidAnchor}`
