import { createHash } from 'node:crypto'
import { inArray, max, sql } from 'drizzle-orm'
import { slugFrom } from '@/lib/slug'
import type { Tx } from '../client'
import { author, section, topic } from '../schema'

type Batch = 'demo' | 'import'

/** The id of the section of this name, which is made at the end of the masthead where there is none. */
export async function takeSection(name: string, tx: Tx, batch?: Batch) {
  const slug = slugOfName(name)
  const last = tx.select({ position: sql<number>`coalesce(${max(section.position)}, 0) + 1` }).from(section)
  const [made] = await tx
    .insert(section)
    .values({ slug, name, position: sql`(${last})`, batch })
    .onConflictDoNothing({ target: section.slug })
    .returning({ id: section.id })
  if (made) return made.id
  const [found] = await tx.select({ id: section.id }).from(section).where(sql`${section.slug} = ${slug}`).limit(1)
  if (!found) throw new Error(`the section ${slug} went while it was looked for`)
  return found.id
}

/** The topics of these names, in their order; those that are missing are made. */
export async function takeTopics(names: string[], tx: Tx, batch?: Batch) {
  const wanted = bySlug(names)
  if (wanted.size === 0) return []
  const rows = [...wanted].toSorted().map(([slug, name]) => ({ slug, name, batch }))
  await tx.insert(topic).values(rows).onConflictDoNothing({ target: topic.slug })
  const found = await tx
    .select({ id: topic.id, slug: topic.slug })
    .from(topic)
    .where(inArray(topic.slug, [...wanted.keys()]))
  return inOrderOf(wanted, found)
}

/** The authors of these names, in their order; those that are missing are made. */
export async function takeAuthors(names: string[], tx: Tx, batch?: Batch) {
  const wanted = bySlug(names)
  if (wanted.size === 0) return []
  const rows = [...wanted].toSorted().map(([slug, name]) => ({ slug, name, batch }))
  await tx.insert(author).values(rows).onConflictDoNothing({ target: author.slug })
  const found = await tx
    .select({ id: author.id, slug: author.slug })
    .from(author)
    .where(inArray(author.slug, [...wanted.keys()]))
  return inOrderOf(wanted, found)
}

/** A name that no letter of an address can say is told from others by its hash. */
export function slugOfName(name: string) {
  return slugFrom(name, 60) || `x-${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 10)}`
}

function bySlug(names: string[]) {
  const wanted = new Map<string, string>()
  for (const name of names) if (!wanted.has(slugOfName(name))) wanted.set(slugOfName(name), name)
  return wanted
}

function inOrderOf(wanted: Map<string, string>, found: { id: string; slug: string }[]) {
  const ids = new Map(found.map(({ id, slug }) => [slug, id]))
  return [...wanted.keys()].flatMap((slug) => ids.get(slug) ?? [])
}
