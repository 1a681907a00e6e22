import { z } from 'zod'
import { newsroomWords } from '@/lib/words/newsroom'
import { type ArticleInput, articleLimits, language, line, nameList } from './article-input'
import { type Body, bodySchema } from './body/body'
import { bodyFromMarkdown } from './body/from-markdown'

const faults = newsroomWords.faults

const maybeId = z.union([z.uuid(), z.literal('').transform(() => undefined)])
const ticked = z.string().transform((value) => value !== '')

/** What the newsroom's form sends; each field is text, several authors are one list of ids. */
export const articleForm = z.object({
  intent: z.enum(['save', 'preview', 'publish', 'schedule']),
  articleId: z.uuid(),
  basedOn: z.coerce.number().int().min(0),
  /** The number of a colleague's newer version that is to be followed by this one. */
  over: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().positive()]),
  sectionId: maybeId,
  newSection: line(articleLimits.name, faults.nameTooLong),
  topics: nameList(faults.nameTooLong, faults.tooManyNames),
  authorIds: z.array(z.uuid()).max(50, faults.tooManyNames),
  newAuthors: nameList(faults.nameTooLong, faults.tooManyNames),
  slug: line(80, faults.slugTooLong),
  kicker: line(articleLimits.kicker, faults.kickerTooLong),
  headline: line(articleLimits.headline, faults.headlineTooLong),
  standfirst: line(articleLimits.standfirst, faults.standfirstTooLong),
  body: z.string().transform(bodyOf),
  pictureId: maybeId,
  alt: line(articleLimits.caption, faults.altTooLong),
  credit: line(200, faults.creditTooLong),
  pictureCaption: line(articleLimits.caption, faults.captionTooLong),
  removePicture: ticked,
  language,
  commentsOpen: ticked,
  isMinor: ticked,
  scheduleAt: z.string(),
})

export type ArticleForm = z.infer<typeof articleForm>

function bodyOf(markdown: string, check: z.RefinementCtx): Body {
  const body = bodySchema.safeParse(bodyFromMarkdown(markdown))
  if (body.success) return body.data
  check.addIssue({ code: 'custom', message: faults.bodyTooLong })
  return z.NEVER
}

/** What is to be saved of a form, with the picture that it leads to. */
export function inputOf(form: ArticleForm, pictureId: string | null): ArticleInput {
  const { articleId, topics, authorIds, newAuthors, slug, commentsOpen, newSection, sectionId } = form
  const { language, kicker, headline, standfirst, body } = form
  return {
    articleId,
    basedOn: form.over ?? form.basedOn,
    section: newSection ? { name: newSection } : sectionId ? { id: sectionId } : undefined,
    topics,
    authorIds,
    newAuthors,
    slug,
    commentsOpen,
    text: {
      language,
      kicker,
      headline,
      standfirst,
      body,
      pictureId,
      pictureCaption: pictureId ? form.pictureCaption : '',
    },
  }
}
