import { z } from 'zod'

export const longestComment = 5000

/** Text as it is stored: line ends of one kind, nothing that Postgres can't keep, no blank edges. */
const typed = (longest: number) =>
  z
    .string()
    .transform((text) =>
      text.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim(),
    )
    .pipe(z.string().max(longest))

const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Far longer than a comment may be, so that what is too long comes back whole. */
export const longestTyped = 100_000

export const commentText = typed(longestTyped)

/** A field of the comment form that only a program fills in. */
export const trapField = 'website'

/** What a comment form sends. That a guest gave a name, an address and the code is the act's to ask. */
export const commentInput = z.object({
  articleId: z.uuid(),
  parentId: maybe(z.uuid()),
  text: commentText,
  name: typed(200).default(''),
  email: typed(320).default(''),
  codeId: maybe(z.uuid()),
  code: typed(50).default(''),
  /** The one-time key of this form, where a page could make one. */
  key: maybe(z.uuid()),
  /** When this form was drawn, sealed, where a page could say. */
  drawn: maybe(z.string().max(200)),
})

export type CommentInput = z.infer<typeof commentInput>

export const guestEmail = z.email().max(254)
