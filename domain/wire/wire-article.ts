import type { Article, listAuthorsOf, listCorrectionsOf, listTopicsOf } from '@/db/queries/articles'

/** An article with what stands on its page, as those who read it elsewhere need it. */
export type WireArticle = Article & {
  authors: Awaited<ReturnType<typeof listAuthorsOf>>
  topics: Awaited<ReturnType<typeof listTopicsOf>>
  corrections: Awaited<ReturnType<typeof listCorrectionsOf>>
}

/** When what it says last changed in substance. */
export const lastChange = ({ publishedAt, changedAt }: Pick<Article, 'publishedAt' | 'changedAt'>) =>
  changedAt && changedAt > publishedAt ? changedAt : publishedAt
