import { z } from 'zod'
import { line } from '../article-input'
import { type Body, bodySchema } from '../body/body'
import { bodyFromHtml } from '../body/from-html'
import { bodyFromMarkdown } from '../body/from-markdown'
import { bodyFromPlainText } from '../body/from-plain-text'
import { webHref } from '../body/href'
import { languageOf } from '../languages'

const name = line(80, 'is longer than 80 characters')
const names = z
  .array(name)
  .max(50, 'has more than 50 names')
  .transform((all) => all.filter(Boolean))
const needed = (longest: number) =>
  line(longest, `is longer than ${longest} characters`).pipe(z.string().min(1, 'is empty'))

/** Nothing, or an address that readers may be led to. */
const webAddress = z.string().transform((text, check) => {
  const href = webHref(text)
  if (href !== undefined) return href
  check.addIssue({ code: 'custom', message: 'is not an http or https address' })
  return z.NEVER
})

const converters = { text: bodyFromPlainText, markdown: bodyFromMarkdown, html: bodyFromHtml }

/** One article as a line of a file has it (NDJSON). What a line has beyond these fields is left alone. */
export const importLine = z
  .object({
    /** The source's own key of it, by which a second import knows it again. */
    id: needed(500),
    source: needed(200),
    headline: needed(300),
    standfirst: line(2000, 'is longer than 2000 characters').default(''),
    byline: names.default([]),
    section: name.nullable().default(null),
    tags: names.default([]),
    publishedAt: z.iso
      .datetime({ offset: true, error: 'is not a date and time such as 2020-05-31T12:00:00Z' })
      .pipe(z.coerce.date()),
    url: webAddress.nullable().default(null),
    lang: z.string().default('en').transform(languageOf),
    bodyFormat: z.enum(['text', 'markdown', 'html'], 'is none of text, markdown, html').default('text'),
    licence: line(500, 'is longer than 500 characters').nullable().default(null),
    body: z.string().max(2_000_000, 'is longer than 2,000,000 characters'),
  })
  .transform(({ body, bodyFormat, ...rest }, check) => ({ ...rest, body: converted(body, bodyFormat, check) }))

export type ImportLine = z.infer<typeof importLine>

function converted(text: string, format: keyof typeof converters, check: z.RefinementCtx): Body {
  const body = bodySchema.safeParse(converters[format](text))
  const fault = body.success ? 'has no text' : 'is more than an article can hold'
  if (body.success && body.data.blocks.length > 0) return body.data
  check.addIssue({ code: 'custom', path: ['body'], message: fault })
  return z.NEVER
}

/** A line as JSON, and what is wrong with it: the first fault, with its field. */
export function readImportLine(text: string): { ok: true; value: ImportLine } | { ok: false; fault: string } {
  const json = parseJson(text)
  if (json === undefined) return { ok: false, fault: 'is not JSON' }
  const read = importLine.safeParse(json)
  if (read.success) return { ok: true, value: read.data }
  const [issue] = read.error.issues
  const field = issue?.path.join('.')
  const isMissing = issue?.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message)
  return {
    ok: false,
    fault: field ? `${field} ${isMissing ? 'is missing' : said(issue?.message)}` : 'is not an object',
  }
}

/** Our own faults begin with a verb, the library's with “Invalid input”. */
const said = (message = '') => (/^(is|has) /.test(message) ? message : `is not as it should be (${message})`)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
