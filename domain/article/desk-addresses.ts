import { saidAnchor } from '../said-anchor'

type List = 'drafts' | 'scheduled' | 'published' | 'withdrawn'

/** The addresses of the editors' desk. */
export function listPath({ list, search = '', page = 1 }: { list: List; search?: string; page?: number }) {
  const query = new URLSearchParams()
  if (list !== 'drafts') query.set('list', list)
  if (search) query.set('q', search)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/newsroom?${query}` : '/newsroom'
}

export const newArticlePath = '/newsroom/articles/new'

export const authorsPath = '/newsroom/authors'

/** Back to the authors, which say what was done. */
export const afterTying = (said: string) => `${authorsPath}?${new URLSearchParams({ said })}#${saidAnchor}`

export const deskArticlePath = (id: string) => `/newsroom/articles/${id}`

export const versionPath = (id: string, no: number) => `/newsroom/articles/${id}/versions/${no}`

/** Back to the article after a form, with what was done, or why the second half of it was not. */
export function afterForm(id: string, told: { said: string } | { refused: string }, now = new Date()) {
  // The moment makes it another address each time, so that the form begins anew.
  return `${deskArticlePath(id)}?${new URLSearchParams({ ...told, at: now.getTime().toString(36) })}#${saidAnchor}`
}
