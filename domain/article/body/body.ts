import { z } from 'zod'
import { bodyLimits } from './body-limits'
import { articleHref, pictureSource } from './href'

/** Postgres stores neither NUL nor half a surrogate pair in jsonb. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

const text = z.string().min(1).max(bodyLimits.text).refine(isStorable, 'holds characters that cannot be stored')
const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
const href = z.string().refine((value) => articleHref(value) === value, 'is not an address that an article may link to')
const source = z.string().refine((value) => pictureSource(value) === value, 'is not the address of a picture')

const run = z.object({
  type: z.literal('text'),
  text,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
  href: href.optional(),
})
const inline = z.discriminatedUnion('type', [run, z.object({ type: z.literal('break') })])
const inlines = z.array(inline).max(bodyLimits.runs)

const subList = z.object({ ordered: z.boolean(), items: z.array(inlines).min(1).max(bodyLimits.rows) })
const listItem = z.object({ content: inlines, list: subList.optional() })
const row = z.array(inlines).max(bodyLimits.columns)

const paragraph = z.object({ type: z.literal('paragraph'), id, content: inlines })
const list = z.object({
  type: z.literal('list'),
  id,
  ordered: z.boolean(),
  start: z.int().min(0).max(999_999_999).optional(),
  items: z.array(listItem).min(1).max(bodyLimits.rows),
})

const knownBlock = z.discriminatedUnion('type', [
  paragraph,
  list,
  z.object({
    type: z.literal('heading'),
    id,
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    content: inlines,
  }),
  z.object({
    type: z.literal('quote'),
    id,
    paragraphs: z.array(inlines).min(1).max(bodyLimits.rows),
    attribution: inlines.optional(),
  }),
  z.object({
    type: z.literal('code'),
    id,
    text,
    language: z
      .string()
      .regex(/^[\w+#.-]{1,40}$/)
      .optional(),
  }),
  z.object({
    type: z.literal('image'),
    id,
    picture: z.union([z.object({ mediaId: id }), z.object({ src: source })]),
    alt: text.or(z.literal('')),
    caption: inlines.optional(),
    credit: text.optional(),
    width: z.int().min(1).max(100_000).optional(),
    height: z.int().min(1).max(100_000).optional(),
  }),
  z.object({
    type: z.literal('table'),
    id,
    header: row,
    rows: z.array(row).max(bodyLimits.rows),
    caption: inlines.optional(),
  }),
  z.object({
    type: z.literal('fact-box'),
    id,
    title: text,
    blocks: z.array(z.discriminatedUnion('type', [paragraph, list])).max(bodyLimits.rows),
  }),
  z.object({ type: z.literal('embed'), id, url: href, title: text }),
  z.object({ type: z.literal('divider'), id }),
])

/** What an older or newer version of the site wrote: drawn as nothing, its JSON kept as it was. */
const unknownBlock = z.object({
  type: z.literal('unknown'),
  id,
  was: z.string().max(bodyLimits.whole).refine(isStorable),
})

const block = z.union([knownBlock, unknownBlock])

/** What may be stored. Refuses what `parseBody` would only leave undrawn. */
export const bodySchema = z
  .object({ version: z.literal(1), blocks: z.array(block).max(bodyLimits.blocks) })
  .refine(({ blocks }) => new Set(blocks.map((one) => one.id)).size === blocks.length, 'two blocks have the same id')
  .refine((body) => JSON.stringify(body).length <= bodyLimits.whole, 'the text is too long')

export type Body = z.infer<typeof bodySchema>
export type Block = z.infer<typeof block>
export type Inline = z.infer<typeof inline>
export type Run = z.infer<typeof run>
export type ListItem = z.infer<typeof listItem>
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>

/**
 * The body in a stored value, block by block: whatever is not a block of this version
 * becomes an `unknown` block and harms no other. Never throws.
 */
export function parseBody(value: unknown): Body {
  const stored = z.object({ blocks: z.array(z.unknown()) }).safeParse(value)
  if (!stored.success) return { version: 1, blocks: [] }
  const seen = new Set<string>()
  const blocks = stored.data.blocks.slice(0, bodyLimits.blocks).map((one, place) => {
    const read = parseBlock(one, place)
    const own = seen.has(read.id) ? { ...read, id: `${read.id.slice(0, 30)}-at-${place}` } : read
    seen.add(own.id)
    return own
  })
  return { version: 1, blocks }
}

function parseBlock(value: unknown, place: number): Block {
  const kept = unknownBlock.safeParse(value)
  const known = knownBlock.safeParse(kept.success ? valueIn(kept.data.was) : value)
  if (known.success) return known.data
  if (kept.success) return kept.data
  const own = z.object({ id }).safeParse(value)
  return { type: 'unknown', id: own.success ? own.data.id : `unknown-${place}`, was: jsonOf(value) }
}

function valueIn(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Values nested some thousand levels deep exhaust the stack of JSON.stringify; nobody wrote such a block. */
function jsonOf(value: unknown) {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    return 'null'
  }
}
