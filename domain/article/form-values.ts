import type { DeskArticle } from '@/db/queries/desk-articles'
import { slugFrom } from '@/lib/slug'
import { parseBody } from './body/body'
import { markdownFromBody } from './body/to-markdown'

type Named = { id: string; name: string }

/** The fields of the form as a new article begins: the names are those of the form. */
export const valuesOfNew = (language: string): Record<string, string> => ({ language, commentsOpen: 'on' })

/** The fields of the form as they are saved. */
export function valuesOf(article: DeskArticle, authors: Named[], topics: Named[]): Record<string, string> {
  const { picture } = article
  return {
    sectionId: article.sectionId,
    authorIds: authors.map((author) => author.id).join(','),
    topics: topics.map((topic) => topic.name).join(', '),
    slug: isMadeOfHeadline(article) ? '' : article.slug,
    kicker: article.kicker,
    headline: article.headline,
    standfirst: article.standfirst,
    body: markdownFromBody(parseBody(article.body)),
    language: article.language,
    commentsOpen: article.commentsOpen ? 'on' : '',
    pictureId: picture?.id ?? '',
    alt: picture?.alt ?? '',
    credit: picture?.credit ?? '',
    pictureCaption: article.pictureCaption,
  }
}

/** The address of a draft goes with its headline, unless somebody gave it one. */
function isMadeOfHeadline({ state, slug, headline }: DeskArticle) {
  const isOpen = state === 'draft' || state === 'submitted'
  return isOpen && slug.replace(/-\d+$/, '') === slugFrom(headline).replace(/-\d+$/, '')
}
