import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'

const folder = new URL('../../demo/', import.meta.url)

const slug = z.string().regex(/^[a-z0-9-]+$/)
const count = z.int().min(0)
const reactions = { likes: count, dislikes: count }

const sections = z.array(z.object({ slug, name: z.string(), description: z.string(), order: z.int() }))
const topics = z.array(z.object({ slug, name: z.string(), description: z.string() }))
const authors = z.array(z.object({ slug, name: z.string(), role: z.string(), bio: z.string(), email: z.email() }))
const members = z.array(z.object({ handle: slug, name: z.string() }))

const picture = z.object({ file: z.string(), alt: z.string(), credit: z.string(), caption: z.string() })

const front = z.object({
  section: slug,
  topics: z.array(slug),
  authors: z.array(slug).min(1),
  kicker: z.string(),
  headline: z.string(),
  standfirst: z.string(),
  /** Out so long before the paper is filled. */
  minutesAgo: count,
  lead: z.boolean().optional(),
  picture: picture.optional(),
  corrections: z.array(z.object({ minutesAfter: count, text: z.string() })).default([]),
  reactions: z.object(reactions),
})

export type Saying = {
  /** A member's handle; else it is by a guest. */
  by?: string
  guest?: string
  /** Said so long after its article came out. */
  minutesAfter: number
  text: string
  likes: number
  dislikes: number
  standing: 'visible' | 'held' | 'hidden'
  /** The code of a reason; the database refuses one that there is not. */
  reason?: string
  replies: Saying[]
}

const saying: z.ZodType<Saying> = z.lazy(() =>
  z.object({
    by: slug.optional(),
    guest: z.string().optional(),
    minutesAfter: count,
    text: z.string(),
    ...reactions,
    standing: z.enum(['visible', 'held', 'hidden']).default('visible'),
    reason: slug.optional(),
    replies: z.array(saying),
  }),
)

export type DemoArticle = z.infer<typeof front> & { slug: string; markdown: string; conversation: Saying[] }
export type DemoPaper = Awaited<ReturnType<typeof readDemonstrationPaper>>

/** The demonstration paper as its files say it. Times are minutes before, or after, a moment that the caller has. */
export async function readDemonstrationPaper() {
  return {
    sections: sections.parse(await readJson('sections.json')),
    topics: topics.parse(await readJson('topics.json')),
    authors: authors.parse(await readJson('authors.json')),
    members: members.parse(await readJson('members.json')),
    articles: await readArticles(),
  }
}

export function readPicture(file: string) {
  return readFile(new URL(`pictures/${file}`, folder))
}

async function readArticles(): Promise<DemoArticle[]> {
  const files = (await readdir(new URL('articles/', folder))).filter((file) => file.endsWith('.md')).toSorted()
  const talked = new Set(await readdir(new URL('conversations/', folder)))
  return Promise.all(
    files.map(async (file) => {
      const slug = basename(file, '.md')
      const { furniture, markdown } = partAtFrontMatter(
        await readFile(new URL(`articles/${file}`, folder), 'utf8'),
        file,
      )
      const conversation = talked.has(`${slug}.json`) ? await readJson(`conversations/${slug}.json`) : []
      return { ...front.parse(furniture), slug, markdown, conversation: z.array(saying).parse(conversation) }
    }),
  )
}

/** Every value of the front matter is written as JSON, on its key's line, which is YAML as well. */
function partAtFrontMatter(text: string, file: string) {
  const [, head = '', markdown = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (head.trim() === '') throw new Error(`demo/articles/${file} has no front matter`)
  const lines = head.split('\n').filter((line) => line.trim() !== '')
  const furniture = Object.fromEntries(
    lines.map((line) => {
      const [key = '', ...value] = line.split(': ')
      return [key, JSON.parse(value.join(': '))]
    }),
  )
  return { furniture, markdown }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, folder), 'utf8'))
}
