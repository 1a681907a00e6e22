import { z } from 'zod'

/** Formatted text as a tree of these elements alone: whoever draws it puts no markup into a page. */
export type Drawn =
  | string
  | { tag: (typeof drawnTags)[number]; href?: string | undefined; start?: number | undefined; children: Drawn[] }

export const drawnTags = ['p', 'br', 'code', 'pre', 'em', 'strong', 'a', 'ul', 'ol', 'li', 'blockquote'] as const

const drawn: z.ZodType<Drawn> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({
      tag: z.enum(drawnTags),
      href: z
        .string()
        .regex(/^(https?|mailto):/i)
        .optional(),
      start: z.number().int().optional(),
      children: z.array(drawn),
    }),
  ]),
)

const reaction = z.union([z.literal(1), z.literal(-1)])

const unseenComment = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  /** Why nobody else sees it, and the rule behind that where a moderator named one. */
  notice: z.string(),
  rule: z.object({ href: z.string(), label: z.string() }).nullable(),
  createdAt: z.iso.datetime({ offset: true }),
  /** The same time in words, in the paper's zone. */
  when: z.string(),
  text: z.array(drawn),
})

/** What /api/viewer tells a page about the person who looks at it. */
export const viewerAnswer = z.object({
  name: z.string().nullable(),
  signedInAs: z.string().nullable(),
  /** Whether the person may hide comments where they stand. */
  mayHide: z.boolean(),
  /** What is the person's own under the article that was asked about. */
  article: z
    .object({
      /** The address of the conversation as this person sees it. */
      discussion: z.string(),
      reaction: reaction.nullable(),
      /** By the comment's id. */
      reactions: z.record(z.uuid(), reaction),
      own: z.array(z.uuid()),
      /** Which of them can be changed. */
      editable: z.array(z.uuid()),
      /** Comments of those whom the person ignores. */
      ignored: z.array(z.uuid()),
      unseen: z.array(unseenComment),
    })
    .nullable(),
})

export type ViewerAnswer = z.infer<typeof viewerAnswer>
export type UnseenComment = z.infer<typeof unseenComment>
