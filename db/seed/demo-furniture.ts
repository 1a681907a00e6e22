import { inArray } from 'drizzle-orm'
import type { Tx } from '../client'
import { author, member, section, topic } from '../schema'
import type { DemoPaper } from './read-demo'

const batch = 'demo'

/** The moderator of the demonstration paper. Like its other people it has no address, so that nobody can sign in as it. */
const moderator = {
  handle: 'duty-moderator',
  name: 'Duty moderator',
  rank: 'moderator',
  nameChosen: true,
  batch,
} as const

export type Furniture = Awaited<ReturnType<typeof insertFurniture>>

/**
 * Sections, topics, authors and members, each by its slug or handle. What the site has of that slug already is used
 * as it is; a handle that a real person has is given to nobody else.
 */
export async function insertFurniture(paper: DemoPaper, tx: Tx) {
  const sections = paper.sections.map(({ order, ...one }) => ({ ...one, position: order, batch }) as const)
  const topics = paper.topics.map((one) => ({ ...one, batch }) as const)
  const authors = paper.authors.map(({ email, ...one }) => ({ ...one, contact: email, batch }) as const)
  await tx.insert(section).values(sections).onConflictDoNothing({ target: section.slug })
  await tx.insert(topic).values(topics).onConflictDoNothing({ target: topic.slug })
  await tx.insert(author).values(authors).onConflictDoNothing({ target: author.slug })
  const memberIds = await insertMembers(paper.members, tx)
  return {
    sectionIds: byName(
      await tx
        .select({ id: section.id, name: section.slug })
        .from(section)
        .where(inArray(section.slug, slugs(sections))),
    ),
    topicIds: byName(
      await tx
        .select({ id: topic.id, name: topic.slug })
        .from(topic)
        .where(inArray(topic.slug, slugs(topics))),
    ),
    authorIds: byName(
      await tx
        .select({ id: author.id, name: author.slug })
        .from(author)
        .where(inArray(author.slug, slugs(authors))),
    ),
    memberIds,
    moderatorId: idOf(memberIds, moderator.handle),
  }
}

async function insertMembers(people: DemoPaper['members'], tx: Tx) {
  const wanted = [...people.map((one) => ({ ...one, nameChosen: true, batch }) as const), moderator]
  const handles = wanted.map((one) => one.handle)
  const taken = new Set(
    (await tx.select({ handle: member.handle }).from(member).where(inArray(member.handle, handles))).map(
      (row) => row.handle,
    ),
  )
  const rows = wanted.map((one) =>
    taken.has(one.handle) ? { ...one, handle: `${one.handle.slice(0, 25)}-demo` } : one,
  )
  const made = await tx.insert(member).values(rows).returning({ id: member.id })
  return new Map(made.map(({ id }, place) => [wanted[place]?.handle ?? '', id]))
}

const slugs = (rows: { slug: string }[]) => rows.map((row) => row.slug)

const byName = (rows: { id: string; name: string }[]) => new Map(rows.map(({ id, name }) => [name, id]))

export function idOf(ids: ReadonlyMap<string, string>, name: string) {
  const id = ids.get(name)
  if (!id) throw new Error(`the demonstration paper names ${name}, which it does not have`)
  return id
}
