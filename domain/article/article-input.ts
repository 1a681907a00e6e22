import { z } from 'zod'
import type { Body } from './body/body'
import { languages } from './languages'

/** Lengths in UTF-16 units. */
export const articleLimits = {
  kicker: 80,
  headline: 200,
  standfirst: 600,
  caption: 500,
  name: 80,
  names: 20,
  reason: 500,
} as const

/** A line as it is stored: no line ends, nothing that Postgres cannot keep, no blank edges. */
export const line = (longest: number, tooLong: string) =>
  z
    .string()
    .transform((text) =>
      text
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(longest, tooLong))

/** Names with commas between them, each once. */
export const nameList = (tooLong: string, tooMany: string) =>
  z
    .string()
    .transform((text) =>
      [
        ...new Set(
          text
            .toWellFormed()
            .split(',')
            .map((name) => name.replace(/[\p{Cc}\s]+/gu, ' ').trim()),
        ),
      ].filter(Boolean),
    )
    .pipe(z.array(z.string().max(articleLimits.name, tooLong)).max(articleLimits.names, tooMany))

export const language = z.enum(languages)

/** What an editor saves of an article. Everything but the text takes effect at once where the article is out. */
export type ArticleInput = {
  /** Made by who asks for a new article: sending it again stores nothing twice. */
  articleId: string
  /** The number of the version that was edited; 0 for a new article. */
  basedOn: number
  section: { id: string } | { name: string } | undefined
  topics: string[]
  authorIds: string[]
  newAuthors: string[]
  /** What the address shall be; empty for one made of the headline. */
  slug: string
  commentsOpen: boolean
  text: ArticleText
}

export type ArticleText = {
  language: z.infer<typeof language>
  kicker: string
  headline: string
  standfirst: string
  body: Body
  pictureId: string | null
  pictureCaption: string
}
