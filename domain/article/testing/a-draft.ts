import { aSection } from '@/db/testing/a-paper'
import type { MemberActor } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import type { ArticleInput, ArticleText } from '../article-input'
import { bodyFromMarkdown } from '../body/from-markdown'
import { saveArticle } from '../save-article'

/** What a form sends for a new article, unless the test says otherwise. */
export async function aForm({
  text,
  ...wish
}: Partial<Omit<ArticleInput, 'text'>> & { text?: Partial<ArticleText> } = {}) {
  const sectionId = (await aSection()).id
  const form: ArticleInput = {
    articleId: newId(),
    basedOn: 0,
    section: { id: sectionId },
    topics: [],
    authorIds: [],
    newAuthors: [],
    slug: '',
    commentsOpen: true,
    ...wish,
    text: aText(text),
  }
  return { ...form, sectionId }
}

export function aText(wish: Partial<ArticleText> = {}): ArticleText {
  return {
    language: 'en',
    kicker: '',
    headline: 'Harbour bridge reopens',
    standfirst: '',
    body: bodyFromMarkdown('The bridge turned again at noon.'),
    pictureId: null,
    pictureCaption: '',
    ...wish,
  }
}

/** A draft that an editor saved, with what the form sent. */
export async function aDraft(editor: MemberActor, wish: Parameters<typeof aForm>[0] = {}) {
  const form = await aForm(wish)
  const outcome = await saveArticle(editor, form)
  if (!outcome.ok) throw new Error(`the draft was refused: ${outcome.refusal}`)
  return form
}
